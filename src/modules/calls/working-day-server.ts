import { dayOf } from '../../kernel/clock.ts'
import { overtaken, refuse, refuseField, type Refusal } from '../../kernel/refusal.ts'
import { opennessOf } from '../../kernel/why.ts'
import { deed } from '../../platform/deed.ts'
import { record } from '../../platform/journal.ts'
import type { Db } from '../../platform/db/database.ts'
import type { Call, Handlers } from '../../platform/serve/call.ts'
import type { Actor } from '../../kernel/actor.ts'
import { subjectOf } from '../../platform/subject.ts'
import { isBureau } from './bureau.ts'
import type { callsContract } from './contract.ts'
import { calendarOf, endOfCorrection, keepDay, keptDays, lockCalendar, seqOfDay, yearsKept } from './working-day-store.ts'
import { daysFrom, isWorkingDay, mostDays } from './working-days.ts'

type Verbs = Handlers<typeof callsContract>

/** The calendar is kept by the bureau and the platform's administrators. */
async function whyNotKeep(db: Db, { actor }: Pick<Call<unknown, Actor>, 'actor'>): Promise<Refusal | null> {
  return actor.mandate?.post === 'platform_admin' || (await isBureau(db, actor)) ? null : refuse('calls.bureau_only', { status: 403 })
}

export const workingDays: Verbs['workingDays'] = async (call) => {
  const { tools, input } = call
  const stop = await whyNotKeep(tools.db, call)
  if (stop) return stop
  const year = input.year ?? Number(dayOf(tools.clock.now()).slice(0, 4))
  const days = await keptDays(tools.db, `${year}-01-01`, `${year}-12-31`)
  return {
    year, years: await yearsKept(tools.db), days: days.map(({ changedAt, ...one }) => ({ ...one, changedAt: changedAt.toISOString() })),
    ...opennessOf(['set'], () => stop),
  }
}

export const setWorkingDay: Verbs['setWorkingDay'] = (call) => {
  const { tools, actor, input } = call
  return deed(call, async (tx) => {
    const stop = await whyNotKeep(tx, call)
    if (stop) return stop
    await lockCalendar(tx)
    const to = input.to ?? input.day
    const days = daysFrom(input.day, to)
    if (days.length === 0) return refuseField('to', 'calls.days_order')
    if (days.length > mostDays) return refuseField('to', 'calls.days_many', { most: mostDays })
    const kept = await calendarOf(tx, input.day, to)
    const other = days.find((day) => (kept.get(day) ?? null) !== input.seen)
    if (other) return input.seen === null ? refuse('calls.day_kept', { status: 409, params: { day: other } }) : overtaken()
    const note = input.note ?? ''
    const at = tools.clock.now()
    for (const day of days) {
      await keepDay(tx, day, input.isWorking, note, { accountId: actor.accountId, at })
      const subject = subjectOf('working_day', day)
      await record(tx, tools.keyring, call, {
        room: 'calls.working_day', subject, seq: (await seqOfDay(tx, subject)) + 1, event: 'working_day_set', body: { day, isWorking: input.isWorking, note, before: kept.get(day) ?? null },
      })
    }
    return { days: days.map((day) => ({ day, isWorking: input.isWorking ?? isWorkingDay(day, new Map()) })) }
  })
}

export const correctionEnd: Verbs['correctionEnd'] = async ({ tools, input }) =>
  ({ until: (await endOfCorrection(tools.db, new Date(`${input.from}T12:00:00+08:00`), input.days)).toISOString() })
