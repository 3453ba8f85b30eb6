import { sql, type Selectable } from 'kysely'
import { overtaken, type Refusal } from '../../kernel/refusal.ts'
import type { Lang } from '../../kernel/words.ts'
import { mailForComparison } from '../../codes/mail.ts'
import type { Db, Tx } from '../../platform/db/database.ts'
import type { RecoveryCase as CaseTable } from '../../platform/db/tables.ts'
import type { Keyring } from '../../platform/seal/keyring.ts'
import type { Course } from './hand-over-course.ts'
import { openStates, type CaseState, type Cause, type Claimant, type Comparison, type RecoveryCase, type RefusalReason } from './recovery-case.ts'

const sealedIn = { mail: 'recovery_case.claimant_mail', phone: 'recovery_case.claimant_phone', token: 'recovery_case.token' }

type Row = Selectable<CaseTable>

function claimantIn(row: Row, keyring: Keyring): Claimant | null {
  const { claimant_name: name, claimant_mail: mail, claimant_phone: phone, user_name: userName } = row
  if (name === null || mail === null || phone === null || userName === null) return null
  return { name, mail: keyring.open(mail, sealedIn.mail), phone: keyring.open(phone, sealedIn.phone), userName, explanation: row.explanation }
}

/** The row as the law knows it. */
export const caseIn = (row: Row, keyring: Keyring): RecoveryCase => ({
  id: row.id, number: row.number, unitId: row.unit_id, state: row.state as CaseState, version: row.version, cause: row.cause as Cause, lang: row.lang as Lang,
  claimant: claimantIn(row, keyring), evidenceId: row.evidence_id, objection: row.objection, objectedBy: row.objected_by, isOverruled: row.is_overruled,
  checks: row.checks as unknown as Comparison[], verifiedBy: row.verified_by, verifiedAt: row.verified_at, keeperId: row.keeper_id, confirmedBy: row.confirmed_by,
  successorId: row.successor_id, course: row.course as Course | null, reasonCode: row.reason_code as RefusalReason | null, note: row.note,
  openedAt: row.opened_at, stateSince: row.state_since, closedAt: row.closed_at, erasedAt: row.erased_at,
})

/** A mailbox and a phone as the accounts know them, so that the two can be compared. */
export const blindsOf = (keyring: Keyring, claimant: { mail: string; phone: string }) =>
  ({ mail: keyring.blind(mailForComparison(claimant.mail), 'mail'), phone: keyring.blind(claimant.phone, 'phone') })

const noClaimant = {
  claimant_name: null, claimant_mail: null, claimant_mail_blind: null, claimant_phone: null, claimant_phone_blind: null, user_name: null, explanation: null,
  token: null, token_digest: null, requester: null,
}

/** The columns that a deed may change; a claimant is written once, and taken out once. */
const columnsOf = (c: RecoveryCase) => ({
  state: c.state, version: c.version, evidence_id: c.evidenceId, objection: c.objection, objected_by: c.objectedBy, is_overruled: c.isOverruled,
  checks: JSON.stringify(c.checks), verified_by: c.verifiedBy, verified_at: c.verifiedAt, keeper_id: c.keeperId, confirmed_by: c.confirmedBy, successor_id: c.successorId, course: c.course,
  reason_code: c.reasonCode, note: c.note, state_since: c.stateSince, closed_at: c.closedAt, erased_at: c.erasedAt,
  ...(c.claimant ? {} : noClaimant),
})

export async function insertCase(tx: Tx, keyring: Keyring, c: RecoveryCase, secret: { token: string; tokenDigest: string; requester: string }): Promise<void> {
  if (!c.claimant) throw new Error('a case without a claimant')
  const blind = blindsOf(keyring, c.claimant)
  await tx.insertInto('recovery_case').values({
    id: c.id, number: c.number, unit_id: c.unitId, cause: c.cause, lang: c.lang, opened_at: c.openedAt, ...columnsOf(c),
    token: keyring.seal(secret.token, sealedIn.token), token_digest: secret.tokenDigest, requester: secret.requester,
    claimant_name: c.claimant.name, claimant_mail: keyring.seal(c.claimant.mail, sealedIn.mail), claimant_mail_blind: blind.mail,
    claimant_phone: keyring.seal(c.claimant.phone, sealedIn.phone), claimant_phone_blind: blind.phone,
    user_name: c.claimant.userName, explanation: c.claimant.explanation,
  }).execute()
}

/** Keeps the next version; somebody who was faster makes it `overtaken` (I5, I8). */
export async function saveCase(tx: Tx, c: RecoveryCase): Promise<Refusal | null> {
  const saved = await tx.updateTable('recovery_case').set(columnsOf(c)).where('id', '=', c.id).where('version', '=', c.version - 1).returning('id').executeTakeFirst()
  return saved ? null : overtaken()
}

export async function caseById(db: Db, keyring: Keyring, id: string): Promise<RecoveryCase | null> {
  const row = await db.selectFrom('recovery_case').selectAll().where('id', '=', id).executeTakeFirst()
  return row ? caseIn(row, keyring) : null
}

export async function caseForUpdate(tx: Tx, keyring: Keyring, id: string): Promise<RecoveryCase | null> {
  const row = await tx.selectFrom('recovery_case').selectAll().where('id', '=', id).forUpdate().executeTakeFirst()
  return row ? caseIn(row, keyring) : null
}

/** The case behind a claimant's link. */
export const caseIdOfToken = async (db: Db, tokenDigest: string): Promise<string | null> =>
  (await db.selectFrom('recovery_case').select('id').where('token_digest', '=', tokenDigest).executeTakeFirst())?.id ?? null

/** Path of the claimant's link: the secret stands behind the #, which no server and no log gets to see. */
export async function linkOf(db: Db, keyring: Keyring, id: string): Promise<string> {
  const row = await db.selectFrom('recovery_case').select('token').where('id', '=', id).executeTakeFirst()
  return row?.token ? `/app/recovery/case#${keyring.open(row.token, sealedIn.token)}` : '/app/recovery/begin'
}

export const numberIsFree = async (db: Db, number: string): Promise<boolean> =>
  !(await db.selectFrom('recovery_case').select('id').where('number', '=', number).executeTakeFirst())

/** How many cases this caller opened since then; his requests go one after the other until the transaction ends. */
export async function openedBy(tx: Tx, requester: string, since: Date): Promise<number> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${requester}, 9))`.execute(tx)
  const { n } = await tx.selectFrom('recovery_case').select((e) => e.fn.countAll<number>().as('n')).where('requester', '=', requester).where('opened_at', '>', since).executeTakeFirstOrThrow()
  return n
}

/** Other open claims to the same account, oldest first. */
export async function otherOpenCases(db: Db, keyring: Keyring, unitId: string, but: string | null): Promise<RecoveryCase[]> {
  const rows = await db.selectFrom('recovery_case').selectAll().where('unit_id', '=', unitId).where('state', 'in', [...openStates])
    .$if(but !== null, (q) => q.where('id', '<>', but ?? '')).orderBy('opened_at').orderBy('id').limit(50).execute()
  return rows.map((row) => caseIn(row, keyring))
}

/** Cases that were closed before then and still hold personal data, locked; another worker's are skipped. */
export async function casesToErase(tx: Tx, keyring: Keyring, closedBefore: Date, most: number): Promise<RecoveryCase[]> {
  const rows = await tx.selectFrom('recovery_case').selectAll().where('closed_at', '<=', closedBefore).where('erased_at', 'is', null)
    .orderBy('closed_at').limit(most).forUpdate().skipLocked().execute()
  return rows.map((row) => caseIn(row, keyring))
}

/** How long support usually takes, in days: the median of the last hundred cases it decided; null before the fifth. */
export async function usualDays(db: Db): Promise<number | null> {
  const { rows } = await sql<{ days: number | null; n: number }>`
    select percentile_cont(0.5) within group (order by extract(epoch from closed_at - opened_at) / 86400)::float8 as days, count(*)::int as n
    from (select closed_at, opened_at from recovery_case where state in ('answered','refused','handed_over') order by closed_at desc limit 100) as d`.execute(db)
  const found = rows[0]
  return found && found.n >= 5 && found.days !== null ? Math.max(1, Math.round(found.days)) : null
}

/** All claims to the account of a unit, newest first. */
export async function casesOfUnit(db: Db, keyring: Keyring, unitId: string): Promise<RecoveryCase[]> {
  const rows = await db.selectFrom('recovery_case').selectAll().where('unit_id', '=', unitId).orderBy('opened_at', 'desc').orderBy('id', 'desc').limit(50).execute()
  return rows.map((row) => caseIn(row, keyring))
}
