/** GB 32100-2015, first two characters, with the later A and N. English for the warnings that quote a name. */
export interface AuthorityKind { code: string; name: string; en: string }
export interface Authority { code: string; name: string; en: string; kinds: readonly AuthorityKind[] }

const other = { code: '9', name: '其他', en: 'other' }

export const authorities: readonly Authority[] = [
  { code: '1', name: '机构编制', en: 'staffing commission', kinds: [
    { code: '1', name: '机关', en: 'state organ' }, { code: '2', name: '事业单位', en: 'public institution' },
    { code: '3', name: '编办直接管理机构编制的群众团体', en: 'mass organisation under the staffing commission' }, other,
  ] },
  { code: '2', name: '外交', en: 'foreign affairs', kinds: [
    { code: '1', name: '外国常驻新闻机构', en: 'resident foreign news agency' }, other,
  ] },
  { code: '3', name: '司法行政', en: 'justice', kinds: [
    { code: '1', name: '律师执业机构', en: 'law firm' }, { code: '2', name: '公证处', en: 'notary office' },
    { code: '3', name: '基层法律服务所', en: 'grass-roots legal service' },
    { code: '4', name: '司法鉴定机构', en: 'forensic institution' },
    { code: '5', name: '仲裁委员会', en: 'arbitration commission' }, other,
  ] },
  { code: '4', name: '文化', en: 'culture', kinds: [
    { code: '1', name: '外国在华文化中心', en: 'foreign cultural centre' }, other,
  ] },
  { code: '5', name: '民政', en: 'civil affairs', kinds: [
    { code: '1', name: '社会团体', en: 'social organisation' },
    { code: '2', name: '民办非企业单位', en: 'private non-enterprise unit' },
    { code: '3', name: '基金会', en: 'foundation' }, other,
  ] },
  { code: '6', name: '旅游', en: 'tourism', kinds: [
    { code: '1', name: '外国旅游部门常驻代表机构', en: 'office of a foreign tourism authority' },
    { code: '2', name: '港澳台地区旅游部门常驻内地（大陆）代表机构',
      en: 'office of a tourism authority of Hong Kong, Macao or Taiwan' }, other,
  ] },
  { code: '7', name: '宗教', en: 'religious affairs', kinds: [
    { code: '1', name: '宗教活动场所', en: 'place of worship' }, { code: '2', name: '宗教院校', en: 'religious school' },
    other,
  ] },
  { code: '8', name: '工会', en: 'trade unions', kinds: [
    { code: '1', name: '基层工会', en: 'grass-roots trade union' }, other,
  ] },
  { code: '9', name: '工商（市场监管）', en: 'market regulation', kinds: [
    { code: '1', name: '企业', en: 'enterprise' }, { code: '2', name: '个体工商户', en: 'individual business' },
    { code: '3', name: '农民专业合作社', en: 'farmers’ cooperative' },
  ] },
  { code: 'A', name: '中央军委改革和编制办公室', en: 'Central Military Commission', kinds: [
    { code: '1', name: '军队事业单位', en: 'military institution' }, other,
  ] },
  { code: 'N', name: '农业', en: 'agriculture', kinds: [
    { code: '1', name: '组级集体经济组织', en: 'collective economic organisation (group)' },
    { code: '2', name: '村级集体经济组织', en: 'collective economic organisation (village)' },
    { code: '3', name: '乡镇级集体经济组织', en: 'collective economic organisation (township)' }, other,
  ] },
  { code: 'Y', name: '其他', en: 'other', kinds: [{ code: '1', name: '其他', en: 'other' }] },
]
