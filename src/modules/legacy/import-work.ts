import { sql } from 'kysely'
import { newId } from '../../kernel/ids.ts'
import { isRefusal, type Refusal } from '../../kernel/refusal.ts'
import type { Finding } from '../../kernel/check.ts'
import type { Tx } from '../../platform/db/database.ts'
import { transact } from '../../platform/db/transaction.ts'
import { thePlatform } from '../../platform/journal.ts'
import { notify } from '../../platform/outbox/notify.ts'
import type { Call } from '../../platform/serve/call.ts'
import type { Tools } from '../../platform/tools.ts'
import { adoptAccounts, disableAccount, grantMandates } from '../accounts/index.ts'
import { adoptPeople } from '../people/index.ts'
import { activeUnitsForShare, adoptUnits } from '../units/index.ts'
import { countColumns, linesOfFile, planIn, reportOf } from './check-work.ts'
import { eraseFile } from './erase.ts'
import { importById, importForUpdate, noteAttempt, type Import } from './import-store.ts'
import { mostAttempts, platformStep } from './import.ts'
import { happen, room } from './journal.ts'
import { starterOf, unitsBy } from './known-store.ts'
import { replaceLines } from './line-store.ts'
import type { Plan } from './plan.ts'
import type { ReadFile } from './read.ts'

type Doer = Pick<Call, 'actor' | 'request' | 'tools'>

/** So many accounts travel to the database in one statement. */
const rowsAtOnce = 5000

/**
 * S1-05, S1-06: what the desk confirmed, in one transaction: units, accounts, posts, people, mails, report. A crash leaves
 * nothing behind, and the job begins again. Everything slow (decoding, checks, sealing of the file) stands before it.
 */
export async function runImport(tools: Tools, id: string, atOnce = rowsAtOnce): Promise<void> {
  if ((await noteAttempt(tools.db, id)) > mostAttempts) return fallBack(tools, id, { code: 'legacy.problem.failed' })
  const one = await importById(tools.db, id)
  if (!one?.startedBy || !platformStep('finish', one)) return
  const read = await linesOfFile(tools, one)
  if ('code' in read) return fallBack(tools, id, read)
  const doer = await doerOf(tools, one, one.startedBy)
  const done = await transact(tools.db, tools.constraintWords, (tx) => write(tx, doer, one, read, atOnce))
  // Somebody registered with one of these names or mailboxes in the very same moment: the next turn sees it.
  if (isRefusal(done)) tools.log.warn({ code: done.code, import: id }, 'an import is tried again')
  else await eraseFile(tools, id)
}

async function write(tx: Tx, doer: Doer, one: Import, read: ReadFile, atOnce: number): Promise<number | null | Refusal> {
  const { tools } = doer
  // One import after the other, in whatever process.
  await sql`select pg_advisory_xact_lock(hashtext('legacy_import'))`.execute(tx)
  const now = await importForUpdate(tx, one.id)
  const to = platformStep('finish', now)
  if (!now || !to) return null
  const there = await unitsBy(tx, read.rows.map(({ row }) => row.unit.code))
  await activeUnitsForShare(tx, there.map((unit) => unit.id))
  const plan = await planIn(tx, read)
  const { lines, counts } = reportOf(read, plan)
  const accounts = await bringIn(tx, doer, plan, atOnce)
  await replaceLines(tx, one.id, lines)
  const changed = Math.abs(now.counts.ok_new - counts.ok_new)
  const seq = await happen(tx, tools, doer, now, { event: 'imported', body: { accounts: counts.ok_new, units: plan.newUnits.length, confirmed: now.counts.ok_new, mails: now.sendMail } }, {
    state: to, attempts: 0, problem: changed > 0 ? 'legacy.problem.changed' : null, problem_params: JSON.stringify({ n: changed }),
    total: lines.length, done: lines.length, ...countColumns(counts), n_units: plan.newUnits.length, imported_at: tools.clock.now(),
  })
  if (!isRefusal(seq) && now.sendMail) await explain(tx, tools, one.id, seq, accounts)
  return seq
}

/** Units first, then accounts, their posts, and persons. A unit account that was off stays off. */
async function bringIn(tx: Tx, doer: Doer, plan: Plan, atOnce: number): Promise<{ id: string; mail: string; isEnabled: boolean }[]> {
  const made = new Map(plan.newUnits.map((row) => [row.unit.code, newId()]))
  await adoptUnits(tx, doer, plan.newUnits.flatMap(({ unit, facts }) => facts ? [{
    id: made.get(unit.code) ?? newId(), name: unit.name, creditCode: unit.code, creditCodeByHand: false,
    legalNature: facts.legalNature, legalType: facts.legalType, legalRepresentative: facts.legalRepresentative, authorityId: facts.authorityId,
    registeredDistrict: facts.district, registeredAddress: facts.address, locatedDistrict: facts.district, locatedAddress: facts.address,
  }] : []))
  const rows = plan.accounts.map(({ row, unit }) => {
    const unitId = 'id' in unit ? unit.id : made.get(unit.code)
    if (!unitId) throw new Error(`line ${row.line} has no unit`)
    return { id: newId(), row, unitId }
  })
  for (let from = 0; from < rows.length; from += atOnce) {
    const part = rows.slice(from, from + atOnce)
    await adoptAccounts(tx, doer, part.map(({ id, row }) => ({ id, userName: row.userName, displayName: row.name, mail: row.mail, phone: row.phone, lang: 'zh' })))
    await grantMandates(tx, doer, part.map(({ id, row, unitId }) =>
      row.kind === 'person' ? { accountId: id, post: 'person', scopeId: null } : { accountId: id, post: 'unit_account', scopeId: unitId }))
  }
  // All accounts before, and all people at once: who registers makes the account first and then takes a place of the unit,
  // and places and totals of several units are locked in their order only within one statement.
  await adoptPeople(tx, doer, rows.flatMap(({ id, row, unitId }) =>
    row.kind === 'person' ? [{ accountId: id, userName: row.userName, name: row.name, document: row.document, unitId, enabled: row.enabled }] : []))
  for (const { id, row } of rows) {
    if (row.kind !== 'unit_account' || row.enabled) continue
    const refused = await disableAccount(tx, doer, id)
    if (isRefusal(refused)) throw new Error(`a new account was not disabled: ${refused.code}`)
  }
  return rows.map(({ id, row }) => ({ id, mail: row.mail, isEnabled: row.kind === 'person' || row.enabled }))
}

/** One mail to each new account that can sign in: the user name is the old one, the password is set by a link. */
async function explain(tx: Tx, tools: Tools, importId: string, seq: number, accounts: readonly { id: string; mail: string; isEnabled: boolean }[]): Promise<void> {
  const to = accounts.filter((one) => one.isEnabled).map(({ id, mail }) => ({ channel: 'mail' as const, address: mail, accountId: id }))
  for (let from = 0; from < to.length; from += 1000) {
    await notify(tx, tools.keyring, {
      room, subject: importId, seq, event: 'imported', template: 'legacy.welcome', lang: 'zh', params: { link: '/forgotten' }, to: to.slice(from, from + 1000),
    })
  }
}

/** The journal names who confirmed, though the job writes it. */
async function doerOf(tools: Tools, one: Import, accountId: string): Promise<Doer> {
  const starter = await starterOf(tools.db, accountId)
  return {
    tools,
    actor: starter ? { accountId, ...starter, sessionId: '', mandate: { post: 'platform_admin', scopeId: null, unitId: null, scopeName: '' } } : null,
    request: { id: one.id, receivedAt: tools.clock.now(), address: '', userAgent: '', lang: 'zh', idempotencyKey: null, isBackground: true, sessionToken: null, visitToken: null },
  }
}

async function fallBack(tools: Tools, id: string, problem: Finding): Promise<void> {
  const done = await transact(tools.db, tools.constraintWords, async (tx) => {
    const now = await importForUpdate(tx, id)
    const to = platformStep('fall_back', now)
    if (!now || !to) return null
    return happen(tx, tools, thePlatform, now, { event: 'fell_back' }, { state: to, attempts: 0, problem: problem.code, problem_params: JSON.stringify(problem.params ?? {}) })
  })
  if (isRefusal(done)) throw new Error(`falling back was refused: ${done.code}`)
}
