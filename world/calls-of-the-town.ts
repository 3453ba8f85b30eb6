import type { AskOf } from '../src/kernel/contract.ts'
import { callsContract } from '../src/modules/calls/contract.ts'
import type { CallDocument } from '../src/modules/calls/document.ts'
import type { Browser } from './browser.ts'
import { ruanKexue } from './calls/ruan-kexue.ts'
import { zhongdianYanfa } from './calls/zhongdian-yanfa.ts'
import type { Town } from './town.ts'

type Moved = AskOf<typeof callsContract.moveWindows>['levels'][number]

/** A call is written, looked at and published, as the bureau does it at its desk. */
async function publish(bureau: Browser, code: string, document: CallDocument): Promise<{ id: string; version: number }> {
  const begun = await bureau.ask(callsContract.beginCall, { code, title: document.title.zh })
  const { draftVersion } = await bureau.ask(callsContract.saveDraft, { id: begun.id, draftVersion: begun.draftVersion, document: JSON.stringify(document) })
  const { problems } = await bureau.ask(callsContract.problems, { id: begun.id })
  if (problems.length > 0) throw new Error(`the call ${code} is broken: ${JSON.stringify(problems)}`)
  return bureau.ask(callsContract.publish, { id: begun.id, version: begun.version, draftVersion, note: null })
}

/**
 * The demo's calls: 重点研发 with budget, members and milestones, and 软科学 with its short form, whose window was moved
 * once. Both are open for weeks.
 */
export async function openCalls(town: Town, now: Date): Promise<void> {
  const bureau = town.staff.kejiju_sun
  if (!bureau) throw new Error('kejiju_sun is not signed in')
  const year = String(now.getFullYear()).slice(2)
  await publish(bureau, `ZDYF${year}`, zhongdianYanfa(now))
  const studies = await publish(bureau, `RKX${year}`, ruanKexue(now))
  const { current } = await bureau.ask(callsContract.windows, { id: studies.id })
  const later = (level: Moved['level']): Moved[] => {
    const window = current[level]
    return window ? [{ level, opensAt: window.opensAt, closesAt: new Date(Date.parse(window.closesAt) + 3 * 86_400_000).toISOString() }] : []
  }
  await bureau.ask(callsContract.moveWindows, {
    id: studies.id, version: studies.version, levels: [...later('leader'), ...later('department'), ...later('unit')], begunBefore: null,
    reason: '部分高校校内网络检修，申报和审核时间顺延三天',
  })
}
