import { applicationsContract } from '../src/modules/applications/contract.ts'
import { callsContract } from '../src/modules/calls/contract.ts'
import type { Values } from '../src/modules/calls/form/definition.ts'
import { draftsContract } from '../src/modules/drafts/contract.ts'
import type { Browser } from './browser.ts'
import { exampleValues } from './calls/filled.ts'
import { ruanKexue } from './calls/ruan-kexue.ts'
import { zhongdianYanfa } from './calls/zhongdian-yanfa.ts'
import { actingFor } from './college.ts'
import type { Town } from './town.ts'

type Deed = 'pass' | 'return' | 'accept'

/** Who applies in 渝江示范大学, with what title, and what each desk made of it; without any, it waits at the first one. */
interface Applied {
  leader: string
  title: string
  deeds: readonly [desk: string, deed: Deed][]
}

const studies: readonly Applied[] = [
  { leader: 'yj_jiaoshi1', title: '高校技术经理人队伍建设的现状与对策调查', deeds: [['yj_ruanjian', 'pass']] },
  { leader: 'yj_jiaoshi4', title: '开源软件社区参与激励机制调查', deeds: [['yj_ruanjian', 'return']] },
  { leader: 'yj_jiaoshi7', title: '新材料中试平台共享使用情况调查', deeds: [['yj_cailiao', 'pass'], ['yujiang_daxue', 'pass']] },
  { leader: 'yj_shouquan', title: '职务科技成果单列管理试点效果调查', deeds: [['yujiang_daxue', 'pass'], ['kejiju_sun', 'accept']] },
]

/** Applications of the demo: waiting at the unit, returned, at the bureau, accepted, and two drafts. */
export async function applyInTown(town: Town, now: Date): Promise<void> {
  const [anyone] = Object.values(town.persons)
  if (!anyone || !town.units.yujiang_daxue) return
  const { calls } = await anyone.ask(callsContract.open, {})
  const callOf = (title: string) => {
    const call = calls.find((one) => one.title.zh === title)
    if (!call) throw new Error(`the bureau has not published ${title}`)
    return call.id
  }
  const short = ruanKexue(now)
  const long = zhongdianYanfa(now)
  for (const one of studies) await apply(town, one, callOf(short.title.zh), exampleValues(short))
  // Begun and not handed in: S2-79 shows them to the unit.
  await fill(town.persons.yj_jiaoshi1, callOf(long.title.zh), exampleValues(long), 12)
  await fill(town.persons.yj_jiaoshi2, callOf(short.title.zh), exampleValues(short), 4)
}

/** Begins an application and fills in the first so many fields. */
async function fill(leader: Browser | undefined, callId: string, values: Values, fields: number): Promise<{ id: string; version: number }> {
  if (!leader) throw new Error('the university has lost a leader')
  const begun = await leader.ask(applicationsContract.begin, { callId })
  const saved = await leader.ask(draftsContract.save, {
    id: begun.id, fields: Object.entries(values).slice(0, fields).map(([field, value]) => ({ field, base: 0, value })),
  })
  if (saved.refused.length > 0) throw new Error(`not kept: ${JSON.stringify(saved.refused)}`)
  return begun
}

async function apply(town: Town, { leader, title, deeds }: Applied, callId: string, values: Values): Promise<void> {
  const person = town.persons[leader]
  const { id, version } = await fill(person, callId, { ...values, title }, 40)
  await person?.ask(applicationsContract.submit, { id, version })
  for (const [desk, deed] of deeds) {
    const officer = town.units[desk] ?? town.staff[desk] ?? (await actingFor(town.persons[desk]))
    if (!officer) throw new Error(`nobody sits at ${desk}`)
    const seen = await officer.ask(applicationsContract.open, { id })
    const on = { id, version: seen.version, revision: seen.revision }
    if (deed === 'pass') await officer.ask(applicationsContract.pass, { ...on, comment: '选题符合指南方向，同意推荐。' })
    else if (deed === 'accept') await officer.ask(applicationsContract.accept, on)
    else {
      await officer.ask(applicationsContract.return, {
        ...on, reason: '样本量和经费请核对后重新提交。', marks: [{ field: 'respondents', codes: [], note: '请说明抽样方法' }, { field: 'costs', codes: [], note: '问卷费用偏高，请说明测算依据' }],
      })
    }
  }
}
