import { oneTimeCodesOfDemo } from '../src/modules/accounts/index.ts'
import { demoPage, type DemoPerson } from '../src/modules/portal/pages/demo.ts'
import type { Room } from '../src/platform/room.ts'
import type { Tools } from '../src/platform/tools.ts'
import { authorities, staff, townPassword, units, type Staff, type TownUnit } from './cast.ts'

const posts: Record<Staff['post'], { zh: string; en: string }> = {
  platform_admin: { zh: '平台管理员', en: 'Platform administrator' },
  authority_officer: { zh: '主管部门审核人员', en: 'Officer of an authority' },
}

const stages: Record<TownUnit['until'], { zh: string; en: string }> = {
  draft: { zh: '注册中', en: 'registering' },
  submitted: { zh: '待审核', en: 'waiting for review' },
  returned: { zh: '退回修改', en: 'returned' },
  refused: { zh: '不通过', en: 'refused' },
  approved: { zh: '已生效', en: 'active' },
}

/** Everybody of the town, role by role, with how each signs in now. */
export async function demoPeople(tools: Tools): Promise<DemoPerson[]> {
  const codes = new Map((await oneTimeCodesOfDemo(tools)).map(({ userName, code }) => [userName, code]))
  const secondsLeft = 30 - (Math.floor(tools.clock.now().getTime() / 1000) % 30)
  const signsIn = (userName: string) => {
    const code = codes.get(userName)
    return { userName, password: townPassword, oneTimeCode: code === undefined ? null : { code, secondsLeft } }
  }
  return [
    ...staff.map((who) => {
      const authority = authorities.find((a) => a.key === who.authority)
      const { zh, en } = posts[who.post]
      return { role: { zh: authority ? `${zh} · ${authority.name}` : zh, en: authority ? `${en} · ${authority.nameEn}` : en }, name: who.name, ...signsIn(who.userName) }
    }),
    ...units.map((unit) => ({
      role: { zh: `单位管理用户（${stages[unit.until].zh}）· ${unit.name}`, en: `Unit account (${stages[unit.until].en}) · ${unit.name}` },
      name: unit.contact, ...signsIn(unit.userName),
    })),
  ]
}

/** D26: the room of the demo page stands in the corridor only where the demo runs. */
export const demo: Room = { name: 'demo', contract: {}, handlers: {}, pages: [demoPage({ people: demoPeople })], words: { zh: {}, en: {} } }
