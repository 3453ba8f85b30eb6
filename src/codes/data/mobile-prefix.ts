import type { CodeList } from '../code-list.ts'

/** Holders by three digits. Where a fourth digit decides (134, 170, 174) the holder of most of it. Resale is allowed. */
const holders = [
  ['中国电信', 'China Telecom', '133 149 153 162 173 174 177 180 181 189 190 191 193 199'],
  ['中国移动', 'China Mobile',
    '134 135 136 137 138 139 147 148 150 151 152 157 158 159 165 172 178 182 183 184 187 188 195 197 198'],
  ['中国联通', 'China Unicom', '130 131 132 145 146 155 156 166 167 171 175 176 185 186 196'],
  ['中国广电', 'China Broadnet', '192'],
  ['虚拟运营商（多家共用）', 'several virtual operators', '170'],
] as const

/** 网号分配 as published to the end of March 2023: a number outside it is a warning, never a refusal. */
export const mobilePrefixes: CodeList = {
  id: 'mobile_prefix', name: '手机号段', en: 'Mobile prefixes',
  standard: '工业和信息化部 我国公众移动通信网网号及H0分配情况（截至2023年3月底）',
  items: holders.flatMap(([name, en, prefixes]) => prefixes.split(' ').map((code) => ({ code, name, en }))),
}
