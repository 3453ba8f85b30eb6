import { addDays, addMinutes, endOf } from '../../kernel/clock.ts'
import type { Tx } from '../../platform/db/database.ts'
import { transact } from '../../platform/db/transaction.ts'
import type { Job } from '../../platform/jobs.ts'
import { notifyAll, type Notice, type Recipient } from '../../platform/outbox/notify.ts'
import type { Tools } from '../../platform/tools.ts'
import { accountsIn, accountsOfUnit, contactsOf, type Reached } from '../accounts/index.ts'
import { deskLevels } from '../applications/state.ts'
import { closingsOf } from '../calls/closings.ts'
import { windowsOf } from '../calls/index.ts'
import { overFrom } from '../calls/windows.ts'
import { settingOf } from '../settings/index.ts'
import * as store from './reminder-store.ts'
import { correctionWaves, deskHours, leaderHours, wavesOf, type CorrectionWave } from './waves.ts'

/** The stream of the reminders: each is a subject of its own. */
const room = 'desk.reminder'
const atOnce = 500
type Titles = ReadonlyMap<string, { zh: string; en: string }>
type Due<D> = D & { hours: number }

const callIn = (titles: Titles, callId: string) => {
  const title = titles.get(callId)
  return { call: title?.zh ?? '', callEn: title?.en || (title?.zh ?? '') }
}
const to = (accountId: string, mail: string | null): Recipient[] => [{ channel: 'inbox', accountId }, ...(mail ? [{ channel: 'mail' as const, accountId, address: mail }] : [])]

/** Row and notice in one transaction: whoever was noted was told, and is told once. */
async function tellLeaders(tools: Tools, due: readonly Due<store.LeaderDue>[], titles: Titles): Promise<number> {
  const { db, keyring, clock } = tools
  const told = await transact(db, tools.constraintWords, async (tx) => {
    const at = clock.now()
    const told = await store.noteTold(tx, 'leader', due.map((one) => ({ ...one, subjectId: one.id })), at)
    const of = new Map(due.map((one) => [one.id, one]))
    const people = await contactsOf(tx, keyring, [...new Set(due.map(({ accountId }) => accountId))])
    await notifyAll(tx, keyring, told.flatMap(({ id, subjectId }): Notice[] => {
      const one = of.get(subjectId)
      const person = one && people.get(one.accountId)
      if (!one || !person) return []
      return [{
        room, subject: id, seq: 1, template: one.state === 'returned' ? 'desk.notice.returned' : 'desk.notice.draft', lang: person.lang, to: to(one.accountId, person.mail),
        params: { ...callIn(titles, one.callId), title: one.title || (titles.get(one.callId)?.zh ?? ''), closes: endOf(one.closesAt), hours: one.hours, link: `/app/projects/mine/${one.id}` },
      }]
    }))
    return told.length
  })
  return typeof told === 'number' ? told : 0
}

/** The first few by name. */
const named = (departments: readonly string[]) => {
  const [first, more] = [departments.slice(0, 5), departments.length > 5 ? '…' : '']
  return { departments: `${first.join('、')}${more}`, departmentsEn: `${first.join(', ')}${more}` }
}

/** E36: of a department without manager its unit hears. */
async function peopleOf(tx: Tx, { keyring }: Tools, { deskId, level }: store.DeskDue, unitId: string | null): Promise<Reached[]> {
  if (level === 'unit') return accountsOfUnit(tx, keyring, deskId)
  if (level !== 'department') return accountsIn(tx, keyring, 'authority_officer', deskId)
  const managers = await accountsIn(tx, keyring, 'secondary_unit_manager', deskId)
  return managers.length > 0 || !unitId ? managers : accountsOfUnit(tx, keyring, unitId)
}

async function tellDesks(tools: Tools, due: readonly Due<store.DeskDue>[], titles: Titles): Promise<number> {
  let n = 0
  const desks = await store.desksNamed(tools.db, due.map(({ deskId }) => deskId))
  for (const one of due) {
    const desk = desks.get(one.deskId)
    const told = await transact(tools.db, tools.constraintWords, async (tx) => {
      const [told] = await store.noteTold(tx, 'desk', [{ ...one, subjectId: one.deskId }], tools.clock.now())
      if (!told) return false
      const people = await peopleOf(tx, tools, one, desk?.unitId ?? null)
      const path = `${one.level === 'department' || one.level === 'unit' ? '/app/projects/unit' : '/app/projects/review'}?call=${one.callId}`
      const params = { ...callIn(titles, one.callId), desk: desk?.name ?? '', closes: endOf(one.closesAt), hours: one.hours }
      await notifyAll(tx, tools.keyring, people.flatMap(({ accountId, lang, mail }): Notice[] => {
        const notice = { room, subject: told.id, lang, to: to(accountId, mail) }
        return [
          ...(one.n > 0 ? [{ ...notice, seq: 1, template: 'desk.notice.desk', params: { ...params, n: one.n, link: path } }] : []),
          ...(one.acting > 0 ? [{ ...notice, seq: 2, template: 'desk.notice.silent', params: { ...params, ...named(one.departments), n: one.acting, link: `${path}&state=department` } }] : []),
        ]
      }))
      return true
    })
    if (told === true) n += 1
  }
  return n
}

/** Windows of a call that close soon: leaders with something to hand in, and desks that still hold something. */
async function remindOfCall(tools: Tools, callId: string, titles: Titles): Promise<void> {
  const { db, config, clock } = tools
  const windows = await windowsOf(db, callId)
  const silentDays = await settingOf(db, config, 'reviews.silent_days')
  for (const wave of wavesOf(windows, 'leader', leaderHours, clock.now())) {
    for (;;) {
      const due = await store.leadersDue(db, callId, wave, clock.now(), atOnce)
      const told = await tellLeaders(tools, due.map((one) => ({ ...one, hours: wave.hours })), titles)
      if (told === 0 || due.length < atOnce) break
    }
  }
  for (const level of deskLevels) {
    const now = clock.now()
    const silence = { over: closingsOf(windows, 'department').filter((closing) => overFrom(closing) <= now), arrivedBy: addDays(now, -silentDays) }
    for (const wave of wavesOf(windows, level, deskHours, now)) {
      await tellDesks(tools, (await store.desksDue(db, callId, level, wave, now, silence)).map((one) => ({ ...one, hours: wave.hours })), titles)
    }
  }
}

/** E53: correction windows, each with a closing time of its own. Whoever was told is not read again, so that each round goes on where the last ended. */
async function remindOfCorrections(tools: Tools): Promise<void> {
  const { db, clock } = tools
  const rounds = async <D extends { callId: string; closesAt: Date }>(
    hours: readonly number[], dueIn: (wave: CorrectionWave) => Promise<D[]>, tell: (due: Due<D>[], titles: Titles) => Promise<number>,
  ) => {
    for (const wave of correctionWaves(hours, clock.now())) {
      for (;;) {
        const due = await dueIn(wave)
        const told = await tell(due.map((one) => ({ ...one, hours: wave.hours })), await store.titlesOf(db, due.map(({ callId }) => callId)))
        if (told === 0 || due.length < atOnce) break
      }
    }
  }
  await rounds(leaderHours, (wave) => store.leadersInCorrection(db, wave, atOnce), (due, titles) => tellLeaders(tools, due, titles))
  await rounds(deskHours, (wave) => store.desksInCorrection(db, wave, atOnce), (due, titles) => tellDesks(tools, due, titles))
}

/** Before each closing time: 72, 24 and 3 hours for leaders, 24 and 3 for desks; each once, by the windows as they stand now. */
export async function remind(tools: Tools): Promise<void> {
  if (!(await settingOf(tools.db, tools.config, 'projects.reminders'))) return
  const now = tools.clock.now()
  const calls = await store.callsClosing(tools.db, now, addMinutes(now, leaderHours[0] * 60))
  const titles = new Map(calls.map(({ id, title }) => [id, title]))
  for (const { id } of calls) await remindOfCall(tools, id, titles)
  await remindOfCorrections(tools)
}

export const reminderJobs: readonly Job[] = [
  { name: 'desk.remind', everySeconds: 300, run: remind },
  {
    name: 'desk.forget_reminders', everySeconds: 86_400,
    async run(tools) {
      await store.forgetReminders(tools.db, addDays(tools.clock.now(), -90))
    },
  },
]
