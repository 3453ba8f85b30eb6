import type { CodeList } from '../code-list.ts'

const rows = `110 国有企业 State-owned enterprise|120 集体企业 Collective enterprise|130 股份合作企业 Joint-stock cooperative
|140 联营企业 Joint operation|141 国有联营企业 State joint operation|142 集体联营企业 Collective joint operation
|143 国有与集体联营企业 State and collective joint operation|149 其他联营企业 Other joint operation
|150 有限责任公司 Limited liability company|151 国有独资公司 Wholly state-owned company|159 其他有限责任公司 Other limited liability company
|160 股份有限公司 Company limited by shares|170 私营企业 Private enterprise|171 私营独资企业 Private sole proprietorship
|172 私营合伙企业 Private partnership|173 私营有限责任公司 Private limited liability company
|174 私营股份有限公司 Private company limited by shares|190 其他企业 Other enterprise
|210 合资经营企业（港或澳、台资） Equity joint venture (Hong Kong, Macao or Taiwan)
|220 合作经营企业（港或澳、台资） Contractual joint venture (Hong Kong, Macao or Taiwan)
|230 港、澳、台商独资经营企业 Enterprise wholly owned from Hong Kong, Macao or Taiwan
|240 港、澳、台商投资股份有限公司 Company limited by shares with Hong Kong, Macao or Taiwan investment
|290 其他港、澳、台商投资企业 Other enterprise with Hong Kong, Macao or Taiwan investment
|310 中外合资经营企业 Sino-foreign equity joint venture|320 中外合作经营企业 Sino-foreign contractual joint venture
|330 外资企业 Wholly foreign-owned enterprise|340 外商投资股份有限公司 Company limited by shares with foreign investment
|390 其他外商投资企业 Other enterprise with foreign investment
|X11 机关 State organ|X12 事业单位 Public institution|X13 群众团体 Mass organisation|X51 社会团体 Social organisation
|X52 社会服务机构（民办非企业单位） Social service institution (private non-enterprise unit)|X53 基金会 Foundation|X99 其他 Other`

/** 登记注册类型; the X codes are our own, for units that are no enterprises. */
export const registrationTypes: CodeList = {
  id: 'registration_type', name: '登记注册类型', en: 'Type of registration',
  standard: '国统字〔2011〕86号 关于划分企业登记注册类型的规定；X 开头为平台自定',
  items: rows.split('|').map((row) => {
    const [code = '', name = '', ...en] = row.trim().split(' ')
    return { code, name, en: en.join(' ') }
  }),
}
