import { demoCreditCode, demoMail, demoMobile } from '../src/codes/demo-numbers.ts'

/** Everybody in the demo town has this password; nobody outside of it may. */
export const townPassword = 'Yanshi-Cheng-7'

export interface Staff {
  userName: string
  name: string
  mail: string
  post: 'platform_admin' | 'authority_officer' | 'support_officer'
  /** Key of the authority. */
  authority?: string
}

export interface TownAuthority {
  key: string
  name: string
  nameEn: string
  kind: 'bureau' | 'municipal' | 'district'
  region?: string
  phone: string
}

/** Fictional authorities: no real office is shown with made-up decisions. */
export const authorities: readonly TownAuthority[] = [
  { key: 'bureau', name: '津渝示范市科学技术局（演示）', nameEn: 'Jinyu Demonstration Science and Technology Bureau', kind: 'bureau', phone: '022-00000100' },
  { key: 'education', name: '示范市教育委员会（演示）', nameEn: 'Demonstration Education Commission', kind: 'municipal', phone: '022-00000201' },
  { key: 'industry', name: '示范市工业和信息化局（演示）', nameEn: 'Demonstration Bureau of Industry and Information Technology', kind: 'municipal', phone: '022-00000202' },
  { key: 'health', name: '示范市卫生健康委员会（演示）', nameEn: 'Demonstration Health Commission', kind: 'municipal', phone: '022-00000203' },
  { key: 'haihe', name: '海河示范区科学技术局（演示）', nameEn: 'Haihe Demonstration District Science and Technology Bureau', kind: 'district', region: '120199', phone: '022-00000301' },
  { key: 'liangjiang', name: '两江示范区科学技术局（演示）', nameEn: 'Liangjiang Demonstration District Science and Technology Bureau', kind: 'district', region: '500199', phone: '023-00000302' },
]

export const staff: readonly Staff[] = [
  { userName: 'pingtai_zhou', name: '周平台', mail: demoMail('pingtai_zhou', 'example.org'), post: 'platform_admin' },
  { userName: 'pingtai_qian', name: '钱平台', mail: demoMail('pingtai_qian', 'example.org'), post: 'platform_admin' },
  { userName: 'haihe_wang', name: '王海河', mail: demoMail('haihe_wang', 'example.org'), post: 'authority_officer', authority: 'haihe' },
  { userName: 'haihe_feng', name: '冯海河', mail: demoMail('haihe_feng', 'example.org'), post: 'authority_officer', authority: 'haihe' },
  { userName: 'jiaowei_li', name: '李教委', mail: demoMail('jiaowei_li', 'example.org'), post: 'authority_officer', authority: 'education' },
  { userName: 'liangjiang_he', name: '何两江', mail: demoMail('liangjiang_he', 'example.org'), post: 'authority_officer', authority: 'liangjiang' },
  { userName: 'kejiju_sun', name: '孙科局', mail: demoMail('kejiju_sun', 'example.org'), post: 'authority_officer', authority: 'bureau' },
  { userName: 'zhichi_tang', name: '汤支持', mail: demoMail('zhichi_tang', 'example.org'), post: 'support_officer' },
  { userName: 'zhichi_yuan', name: '袁支持', mail: demoMail('zhichi_yuan', 'example.org'), post: 'support_officer' },
]

export interface TownUnit {
  userName: string
  name: string
  contact: string
  representative: string
  creditCode: string
  byHand?: true
  nature: string
  type: string
  authority: string
  mail: string
  phone: string
  /** How far its registration has come. */
  until: 'draft' | 'submitted' | 'returned' | 'refused' | 'approved'
  note?: { field: 'name' | 'creditCode' | 'licence' | 'registeredAddress'; reason: string }
  refusal?: string
}

const unit = (n: number, userName: string, name: string, more: Partial<TownUnit> & Pick<TownUnit, 'contact' | 'representative' | 'authority' | 'until'>): TownUnit => ({
  userName, name, creditCode: demoCreditCode('tianjin', n), nature: '1', type: '11',
  mail: demoMail(userName), phone: demoMobile(n), ...more,
})

/** A code from before the standard settled: its check digit is wrong, the licence shows it all the same. */
const wrongDigit = (code: string) => code.slice(0, 17) + (code.endsWith('8') ? '9' : '8')

export const units: readonly TownUnit[] = [
  unit(1, 'jingu_ligong', '津沽示范理工大学（演示）', { contact: '陈晓演', representative: '高示范', nature: '2', type: '21', creditCode: demoCreditCode('tianjin', 1, '12'), authority: 'education', until: 'approved' }),
  unit(2, 'haihe_yanjiu', '海河示范研究院（演示）', { contact: '赵明演', representative: '林示范', nature: '2', type: '21', creditCode: demoCreditCode('tianjin', 2, '12'), authority: 'haihe', until: 'approved' }),
  unit(3, 'shili_keji3', '示例第三科技有限公司（演示）', { contact: '阿依古丽·演示', representative: '吴示范', authority: 'haihe', until: 'approved' }),
  unit(4, 'shili_keji4', '示例第四科技有限公司（演示）', { contact: '郑演', representative: '郑示范', authority: 'haihe', until: 'submitted' }),
  unit(5, 'shili_keji5', '示例第五智能装备股份有限公司（演示）', { contact: '孙小演', representative: '孙示范', type: '12', authority: 'haihe', until: 'submitted' }),
  // Two who claim the same credit code (D15), and a name that looks like another one.
  unit(6, 'shili_keji6a', '示例第六科技有限公司（演示）', { contact: '钱一演', representative: '钱示范', authority: 'haihe', until: 'submitted' }),
  unit(6, 'shili_keji6b', '示例第六科技（演示）有限公司', { contact: '钱二演', representative: '钱示范', authority: 'haihe', until: 'submitted', phone: demoMobile(60), mail: demoMail('shili_keji6b') }),
  unit(7, 'shili_keji7', '示例第三科技有限公司 (演示)', { contact: '周仿演', representative: '周示范', authority: 'haihe', until: 'submitted' }),
  unit(8, 'shili_nongye', '示例农业专业合作社（演示）', { contact: '冯农演', representative: '冯示范', nature: '3', type: '33', creditCode: wrongDigit(demoCreditCode('tianjin', 8, '93')), byHand: true, authority: 'haihe', until: 'submitted' }),
  unit(9, 'yuzhou_daxue', '渝州示范大学（演示）', { contact: '欧阳示演', representative: '欧阳示范', nature: '2', type: '21', creditCode: demoCreditCode('tianjin', 9, '12'), authority: 'education', until: 'submitted' }),
  unit(10, 'shili_yiyuan', '示例第十医院（演示）', { contact: '何护演', representative: '何示范', nature: '2', type: '21', creditCode: demoCreditCode('tianjin', 10, '12'), authority: 'health', until: 'draft' }),
  unit(11, 'shili_keji11', '示例第十一科技有限公司（演示）', { contact: '魏演', representative: '魏示范', authority: 'haihe', until: 'returned', note: { field: 'licence', reason: '扫描件看不清登记机关印章，请重新上传彩色扫描件。' } }),
  unit(12, 'shili_keji12', '示例第十二科技有限公司（演示）', { contact: '韩演', representative: '韩示范', authority: 'haihe', until: 'refused', refusal: '该单位已于去年注销，不能注册。' }),
  // The university of the user center: schools, managers, an authorised person (world/college.ts).
  unit(13, 'yujiang_daxue', '渝江示范大学（演示）', { contact: '江演', representative: '江示范', nature: '2', type: '21', creditCode: demoCreditCode('chongqing', 13, '12'), authority: 'liangjiang', until: 'approved' }),
]
