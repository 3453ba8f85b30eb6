import type { CodeList } from '../code-list.ts'

/** 职称 as people choose it: the third digit of a GB/T 8561 code says which (1, 2, 3, 4 and 5 together). */
export const titleLevels: CodeList = {
  id: 'title_level', name: '职称', en: 'Title level', standard: 'GB/T 8561-2001（界面选项）',
  items: [
    { code: '1', name: '正高', en: 'Senior' }, { code: '2', name: '副高', en: 'Associate senior' },
    { code: '3', name: '中级', en: 'Intermediate' }, { code: '4', name: '初级', en: 'Junior' },
    { code: '9', name: '无职称', en: 'None' },
  ],
}

/** 081 is an extension: since the title reform every series has a senior level, the standard of 2001 has no code for it. */
const rows = `011 教授 Professor|012 副教授 Associate professor|013 讲师 Lecturer|014 助教 Teaching assistant
|022 高级讲师 Senior lecturer (secondary school)|023 讲师 Lecturer (secondary school)|024 助理讲师 Assistant lecturer
|025 教员 Teacher
|072 高级实验师 Senior experimentalist|073 实验师 Experimentalist|074 助理实验师 Assistant experimentalist
|075 实验员 Laboratory technician
|081 正高级工程师 Professor-level senior engineer|082 高级工程师 Senior engineer|083 工程师 Engineer|084 助理工程师 Assistant engineer
|085 技术员 Technician|091 农业技术推广研究员 Research fellow in agricultural extension|092 高级农艺师 Senior agronomist
|093 农艺师 Agronomist|094 助理农艺师 Assistant agronomist|095 农业技术员 Agricultural technician|122 高级经济师 Senior economist
|123 经济师 Economist|124 助理经济师 Assistant economist|125 经济员 Economic clerk|132 高级会计师 Senior accountant|133 会计师 Accountant
|134 助理会计师 Assistant accountant|135 会计员 Accounting clerk|142 高级统计师 Senior statistician|143 统计师 Statistician
|144 助理统计师 Assistant statistician|145 统计员 Statistical clerk|151 编审 Senior editor|152 副编审 Associate senior editor
|153 编辑 Editor
|154 助理编辑 Assistant editor|181 译审 Senior translator|182 副译审 Associate senior translator|183 翻译 Translator
|184 助理翻译 Assistant translator|231 主任医师 Chief physician|232 副主任医师 Associate chief physician
|233 主治医师 Attending physician|234 医师 Physician|235 医士 Assistant physician|241 主任药师 Chief pharmacist
|242 副主任药师 Associate chief pharmacist|243 主管药师 Pharmacist in charge|244 药师 Pharmacist|245 药士 Assistant pharmacist
|251 主任护师 Chief nurse|252 副主任护师 Associate chief nurse|253 主管护师 Nurse in charge|254 护师 Senior nurse|255 护士 Nurse
|261 主任技师 Chief technologist|262 副主任技师 Associate chief technologist|263 主管技师 Technologist in charge|264 技师 Technologist
|265 技士 Assistant technologist|611 研究员 Research fellow (natural sciences)
|612 副研究员 Associate research fellow (natural sciences)
|613 助理研究员 Assistant research fellow (natural sciences)|614 研究实习员 Research trainee (natural sciences)
|621 研究员 Research fellow (social sciences)|622 副研究员 Associate research fellow (social sciences)
|623 助理研究员 Assistant research fellow (social sciences)|624 研究实习员 Research trainee (social sciences)
|641 研究馆员 Research librarian|642 副研究馆员 Associate research librarian|643 馆员 Librarian|644 助理馆员 Assistant librarian
|645 管理员 Library clerk`

const levelOf = (code: string): string => (code.charAt(2) === '5' ? '4' : code.charAt(2))

/** 专业技术职务: the series that a platform of science meets. The parent is the level. */
export const titles: CodeList = {
  id: 'title', name: '专业技术职务', en: 'Professional titles', standard: 'GB/T 8561-2001 专业技术职务代码', parents: 'title_level',
  items: rows.split('|').map((row) => {
    const [code = '', name = '', ...en] = row.trim().split(' ')
    return { code, parent: levelOf(code), name, en: en.join(' ') }
  }),
}
