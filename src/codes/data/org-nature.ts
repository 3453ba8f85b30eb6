import type { CodeList } from '../code-list.ts'

const civilCode = '民法典 第57–108条（营利法人、非营利法人、特别法人、非法人组织）'

/** 法人性质 (S1-37). */
export const legalNatures: CodeList = {
  id: 'legal_nature', name: '法人性质', en: 'Legal nature', standard: civilCode,
  items: [
    { code: '1', name: '营利法人', en: 'For-profit legal person' },
    { code: '2', name: '非营利法人', en: 'Non-profit legal person' },
    { code: '3', name: '特别法人', en: 'Special legal person' },
    { code: '4', name: '非法人组织', en: 'Unincorporated organisation' },
  ],
}

/** 法人类型 (S1-37); the parent is the 法人性质. */
export const legalTypes: CodeList = {
  id: 'legal_type', name: '法人类型', en: 'Legal type', standard: civilCode, parents: 'legal_nature',
  items: [
    { code: '11', parent: '1', name: '有限责任公司', en: 'Limited liability company' },
    { code: '12', parent: '1', name: '股份有限公司', en: 'Company limited by shares' },
    { code: '13', parent: '1', name: '其他企业法人', en: 'Other enterprise legal person' },
    { code: '21', parent: '2', name: '事业单位法人', en: 'Public institution' },
    { code: '22', parent: '2', name: '社会团体法人', en: 'Social organisation' },
    { code: '23', parent: '2', name: '捐助法人（基金会、社会服务机构等）',
      en: 'Endowed legal person (foundation, social service institution)' },
    { code: '31', parent: '3', name: '机关法人', en: 'State organ' },
    { code: '32', parent: '3', name: '农村集体经济组织法人', en: 'Rural collective economic organisation' },
    { code: '33', parent: '3', name: '城镇农村的合作经济组织法人', en: 'Urban or rural cooperative' },
    { code: '34', parent: '3', name: '基层群众性自治组织法人', en: 'Primary-level self-governing organisation' },
    { code: '41', parent: '4', name: '个人独资企业', en: 'Sole proprietorship' },
    { code: '42', parent: '4', name: '合伙企业', en: 'Partnership' },
    { code: '43', parent: '4', name: '不具有法人资格的专业服务机构',
      en: 'Professional service organisation without legal personality' },
  ],
}

/** 单位性质 (S2-16): the list of the programmes, after the wording of their application notices. */
export const unitNatures: CodeList = {
  id: 'unit_nature', name: '单位性质', en: 'Nature of the unit', standard: '平台自定（依科技计划申报通知用语）',
  items: [
    { code: '10', name: '企业', en: 'Enterprise' },
    { code: '11', parent: '10', name: '国有企业', en: 'State-owned enterprise' },
    { code: '12', parent: '10', name: '民营企业', en: 'Private enterprise' },
    { code: '13', parent: '10', name: '外商及港澳台投资企业',
      en: 'Enterprise with foreign, Hong Kong, Macao or Taiwan investment' },
    { code: '20', name: '高等院校', en: 'University or college' },
    { code: '30', name: '科研院所', en: 'Research institute' },
    { code: '31', parent: '30', name: '转制科研院所', en: 'Research institute turned enterprise' },
    { code: '32', parent: '30', name: '新型研发机构', en: 'New-type research organisation' },
    { code: '40', name: '医疗卫生机构', en: 'Medical or health institution' },
    { code: '50', name: '其他事业单位', en: 'Other public institution' },
    { code: '60', name: '机关', en: 'State organ' },
    { code: '70', name: '社会团体', en: 'Social organisation' },
    { code: '80', name: '社会服务机构（民办非企业单位）', en: 'Social service institution (private non-enterprise unit)' },
    { code: '90', name: '其他', en: 'Other' },
  ],
}
