import { demoCreditCode, demoMail, demoMobile } from '../../src/codes/demo-numbers.ts'
import { townPassword } from '../../world/cast.ts'

/** A unit that comes to register, and who does it for her; numbers from ranges that are never issued. */
export interface Newcomer {
  userName: string
  password: string
  contact: string
  mail: string
  phone: string
  answers: readonly [string, string, string]
  name: string
  creditCode: string
  nature: string
  type: string
  representative: string
  authority: string
  district: string
  street: string
}

export const haihe = '海河示范区科学技术局（演示）'

export function newcomer(n: number, more: Partial<Newcomer> = {}): Newcomer {
  const userName = more.userName ?? `gushi_danwei${n}`
  return {
    userName, password: townPassword, contact: '慕容清扬', mail: demoMail(userName), phone: demoMobile(700 + n),
    answers: ['示范路第二小学', '欧阳同学', '演示县'],
    name: `故事第${n}新材料科技有限公司（演示）`, creditCode: demoCreditCode('tianjin', 700 + n), nature: '营利法人', type: '有限责任公司',
    representative: '司马衡', authority: haihe, district: '演示区（天津，虚构）', street: '示范路18号演示大厦6层', ...more,
  }
}
