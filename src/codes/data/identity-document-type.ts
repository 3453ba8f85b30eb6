import type { CodeItem, CodeList } from '../code-list.ts'

export type DocumentType =
  | 'ID' | 'HKM_RP' | 'TW_RP' | 'HKM_TP' | 'HKM_TP_NC' | 'TW_TP' | 'FPR_2023' | 'FPR_2017' | 'PASSPORT_CN' 
| 'PASSPORT' | 'OTHER'

/** `ga517` is from memory: confirm it before data is exchanged by these codes. */
export interface DocumentTypeItem extends CodeItem { code: DocumentType; ga517?: string }

export const identityDocumentTypes: CodeList<DocumentTypeItem> = {
  id: 'identity_document_type', name: '证件类型', en: 'Identity documents', standard: '平台自定代码；GA/T 517-2004 常用证件代码对照',
  items: [
    { code: 'ID', ga517: '111', name: '中华人民共和国居民身份证', en: 'Resident identity card' },
    { code: 'HKM_RP', name: '港澳居民居住证', en: 'Residence permit for Hong Kong and Macao residents' },
    { code: 'TW_RP', name: '台湾居民居住证', en: 'Residence permit for Taiwan residents' },
    { code: 'HKM_TP', ga517: '516', name: '港澳居民来往内地通行证',
      en: 'Mainland travel permit for Hong Kong and Macao residents' },
    { code: 'HKM_TP_NC', name: '港澳居民来往内地通行证（非中国籍）',
      en: 'Mainland travel permit for Hong Kong and Macao residents (non-Chinese citizens)' },
    { code: 'TW_TP', ga517: '511', name: '台湾居民来往大陆通行证', en: 'Mainland travel permit for Taiwan residents' },
    { code: 'FPR_2023', ga517: '553', name: '外国人永久居留身份证（2023版）', en: 'Foreign permanent resident card (2023)' },
    { code: 'FPR_2017', ga517: '553', name: '外国人永久居留身份证（旧版）', en: 'Foreign permanent resident card (before 2023)' },
    { code: 'PASSPORT_CN', ga517: '414', name: '中华人民共和国护照', en: 'Chinese passport' },
    { code: 'PASSPORT', ga517: '414', name: '外国护照', en: 'Foreign passport' },
    { code: 'OTHER', ga517: '990', name: '其他', en: 'Other' },
  ],
}
