import { oneTimeCodesOfDemo } from '../src/modules/accounts/index.ts'
import { demoPage, type DemoPerson, type DemoPlace } from '../src/modules/portal/pages/demo.ts'
import type { Room } from '../src/platform/room.ts'
import type { Tools } from '../src/platform/tools.ts'
import { authorities, staff, townPassword, units, type Staff, type TownUnit } from './cast.ts'
import { persons, subsystems, type TownPerson } from './persons.ts'
import { sampleOrigin } from './sample.ts'

const posts: Record<Staff['post'], { zh: string; en: string }> = {
  platform_admin: { zh: '平台管理员', en: 'Platform administrator' },
  authority_officer: { zh: '主管部门审核人员', en: 'Officer of an authority' },
  support_officer: { zh: '技术支持', en: 'Technical support' },
}

const stages: Record<TownUnit['until'], { zh: string; en: string }> = {
  draft: { zh: '注册中', en: 'registering' },
  submitted: { zh: '待审核', en: 'waiting for review' },
  returned: { zh: '退回修改', en: 'returned' },
  refused: { zh: '不通过', en: 'refused' },
  approved: { zh: '已生效', en: 'active' },
}

const standings: Record<TownPerson['until'], { zh: string; en: string }> = {
  new: { zh: '等待启用', en: 'waiting to be enabled' },
  enabled: { zh: '已启用', en: 'enabled' },
  disabled: { zh: '已禁用', en: 'disabled' },
  refused: { zh: '已拒绝', en: 'refused' },
}

/** Everybody of the town, role by role, with how each signs in now. */
export async function demoPeople(tools: Tools): Promise<DemoPerson[]> {
  const codes = new Map((await oneTimeCodesOfDemo(tools)).map(({ userName, code }) => [userName, code]))
  const secondsLeft = 30 - (Math.floor(tools.clock.now().getTime() / 1000) % 30)
  const signsIn = (userName: string) => {
    const code = codes.get(userName)
    return { userName, oneTimeCode: code === undefined ? null : { code, secondsLeft } }
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
    ...persons.map((who) => {
      const unit = units.find(({ userName }) => userName === who.unit)?.name ?? ''
      const { zh, en } = standings[who.until]
      return { role: { zh: `填报用户（${zh}）· ${unit}`, en: `Person (${en}) · ${unit}` }, name: who.name, ...signsIn(who.userName) }
    }),
  ]
}

/** The sample subsystems where they run now. */
const demoPlaces = (): DemoPlace[] => {
  const origin = sampleOrigin()
  return origin === null ? [] : subsystems.map((one) => ({ name: { zh: one.name, en: one.nameEn }, href: `${origin}/${one.code}/` }))
}

/** D26: the room of the demo page stands in the corridor only where the demo runs. */
export const demo: Room = { name: 'demo', contract: {}, handlers: {}, pages: [demoPage({ people: demoPeople, password: townPassword, places: demoPlaces })], words: { zh: {}, en: {} } }
