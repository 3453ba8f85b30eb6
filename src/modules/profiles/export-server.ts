import { minuteOf } from '../../kernel/clock.ts'
import { newId } from '../../kernel/ids.ts'
import { refuse, unseen } from '../../kernel/refusal.ts'
import { deed } from '../../platform/deed.ts'
import { record } from '../../platform/journal.ts'
import { transact } from '../../platform/db/transaction.ts'
import type { Handlers } from '../../platform/serve/call.ts'
import { xlsxType } from '../../platform/xlsx/write.ts'
import type { exportVerbs } from './export-contract.ts'
import { exportsOf, insertExport } from './export-store.ts'
import { reachOf } from './reach.ts'

type Verbs = Handlers<typeof exportVerbs>

export const exportRoom = 'profiles.export'

/** E45: nobody takes a list out without saying what for; the workbook is made in the background. */
export const exportReviews: Verbs['exportReviews'] = (call) =>
  deed(call, async (tx) => {
    const { tools, actor, input, request } = call
    const reach = reachOf(actor)
    if ((await exportsOf(tx, actor.accountId, reach)).some(({ state }) => state === 'waiting')) return refuse('profiles.export.waiting', { status: 409 })
    const at = tools.clock.now()
    const id = newId(at.getTime())
    await insertExport(tx, tools.keyring, { id, accountId: actor.accountId, reach, purpose: input.purpose, order: { filters: input.filters, lang: request.lang }, at })
    await record(tx, tools.keyring, call, { room: exportRoom, subject: id, seq: 1, event: 'asked', body: { unitId: reach.unitId, deskId: reach.deskId }, private: { purpose: input.purpose } })
    return { id }
  })

export const exports: Verbs['exports'] = async ({ tools, actor }) => ({
  exports: (await exportsOf(tools.db, actor.accountId, reachOf(actor))).map((row) => ({
    id: row.id, purpose: row.purpose, state: row.state as 'waiting' | 'made' | 'failed' | 'expired', rows: row.rows, askedAt: row.asked_at.toISOString(),
    doneAt: row.done_at?.toISOString() ?? null, expiresAt: row.expires_at?.toISOString() ?? null,
  })),
})

/** For who asked for it, at the desk where it was asked for; that it left the platform is recorded first. */
export const download: Verbs['download'] = async (call) => {
  const { tools, actor, input } = call
  const row = (await exportsOf(tools.db, actor.accountId, reachOf(actor))).find(({ id }) => id === input.id)
  if (!row) return unseen()
  const now = tools.clock.now()
  if (!row.file_key || !row.done_at || !row.expires_at || row.expires_at <= now) return refuse('profiles.export.gone', { status: 410 })
  await transact(tools.db, tools.constraintWords, async (tx) => {
    await record(tx, tools.keyring, call, { room: `${exportRoom}.download`, subject: newId(now.getTime()), seq: 1, event: 'downloaded', body: { exportId: row.id, unitId: row.unit_id, rows: row.rows } })
    return true
  })
  const { stream, bytes } = await tools.files.open(row.file_key)
  const title = tools.translate[call.request.lang]('profiles.export.sheet')
  return { stream, bytes, contentType: xlsxType, name: `${title} ${minuteOf(row.done_at).replace(':', '')}.xlsx` }
}
