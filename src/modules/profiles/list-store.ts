import { sql, type RawBuilder } from 'kysely'
import { identityDocumentTypes } from '../../codes/identity-document.ts'
import { searchForm } from '../../codes/search-text.ts'
import { mobile } from '../../codes/phone.ts'
import { bareCode, codeText } from '../../codes/text.ts'
import type { Db } from '../../platform/db/database.ts'
import { keysetPage, type KeysetList, type KeysetPage, type PageAsk } from '../../platform/db/keyset.ts'
import type { Keyring } from '../../platform/seal/keyring.ts'
import { documentBlind } from '../people/index.ts'
import type { ReviewFilters } from './desk-contract.ts'
import { last4Blind } from './profile-store.ts'
import { narrowed, type Reach } from './reach.ts'
import { factColumns, within, type FactRow } from './review-store.ts'
import { shownStates } from './state.ts'

export interface ListedReview extends FactRow {
  name: string
  sex: string | null
  document: string
  education: string
  title: string
  unit_name: string
  secondary_unit_name: string | null
  phone: string | null
  /** Of the chosen desk, of each state; the same in every row. */
  counts: Record<string, number> | null
}

/** Places of one block of kept counts (migration 0020). */
const blockSize = 512

export const totalsOf = ({ unitId, deskId }: Reach) =>
  (deskId === null ? sql`from profile_unit_total where unit_id = ${unitId}` : sql`from profile_review_total where unit_id = ${unitId} and desk_id = ${deskId}`)

const columns = (reach: Reach) => sql`
  ${factColumns}, r.name, case when r.state = 'left' then r.sex else (select f.sex from profile f where f.person_id = r.person_id) end as sex, r.document, r.education, r.title,
  (select u.name from unit u where u.id = r.unit_id) as unit_name, (select s.name from secondary_unit s where s.id = r.secondary_unit_id) as secondary_unit_name,
  (select a.phone from person h join account a on a.id = h.account_id where h.id = r.person_id and r.state <> 'left') as phone,
  (select jsonb_object_agg(state, n) from (select state, sum(n)::int as n ${totalsOf(reach)} group by state) as c) as counts`

const normalised = (column: string) => sql`lower(regexp_replace(normalize(${sql.raw(column)}, NFKC), '\\s+', '', 'g'))`

/** The whole number in any of its kinds, or its last four (D21); what is neither finds nobody. */
function byDocument(keyring: Keyring, typed: string): RawBuilder<unknown> {
  const checked = bareCode(typed)
  const number = checked.ok ? checked.value : ''
  if (number.length === 4) return sql`r.document_last4_blind = ${last4Blind(keyring, number)}`
  return sql`r.document_blind = any(${identityDocumentTypes.items.map(({ code }) => documentBlind(keyring, { type: code, number }))}::text[])`
}

/** The same for the phone of the account. */
function byPhone(keyring: Keyring, typed: string): RawBuilder<unknown> {
  const checked = codeText(typed)
  const digits = checked.ok ? checked.value.replace(/[\s-]/g, '') : ''
  const whole = mobile(typed)
  const matches = digits.length === 4
    ? sql`a.phone_last4_blind = ${keyring.blind(digits, 'phone_last4')}`
    : sql`a.phone_blind = ${keyring.blind(whole.ok ? whole.value : digits, 'phone')}`
  return sql`r.person_id in (select o.id from person o join account a on a.id = o.account_id where ${matches})`
}

/** 工作单位 (S2-47): everybody where the unit's own name has the text, else those of secondary units whose name has it. */
const byWorkplace = (unitId: string, form: string) => sql`(
  (select position(${form} in ${normalised('u.name')}) > 0 from unit u where u.id = ${unitId})
  or r.secondary_unit_id = any(array(select s.id from secondary_unit s where s.unit_id = ${unitId} and position(${form} in ${normalised('s.name')}) > 0)))`

/** Without a state the three that the manual shows (S2-52); named in the text, so that the partial indexes serve. */
export const inStates = (state: string | undefined) =>
  (state ? sql`r.state = ${sql.lit(state)}` : sql`r.state in (${sql.join(shownStates.map((one) => sql.lit(one)))})`)

/** What a filter finds, by place: the order of the last change. */
export function listOf(keyring: Keyring, reach: Reach, f: ReviewFilters): KeysetList {
  const desk = narrowed(reach, f.desk)
  const [name, workplace] = [searchForm(f.name ?? ''), searchForm(f.workplace ?? '')]
  const filters = [
    ...(name ? [sql`position(${name} in ${normalised('r.name')}) > 0`] : []),
    ...(f.document?.trim() ? [byDocument(keyring, f.document)] : []),
    ...(f.phone?.trim() ? [byPhone(keyring, f.phone)] : []),
    ...(workplace ? [byWorkplace(reach.unitId, workplace)] : []),
    ...(f.secondaryUnitId ? [sql`r.secondary_unit_id = ${f.secondaryUnitId}`] : []),
    ...(f.from ? [sql`r.updated_at >= ${new Date(`${f.from}T00:00:00+08:00`)}`] : []),
    ...(f.to ? [sql`r.updated_at < ${new Date(`${f.to}T00:00:00+08:00`)}::timestamptz + interval '1 day'`] : []),
  ]
  // By words the unit's matches are gathered from the index before anything else is looked at.
  const lines = [...name].length > 1
    ? sql`(select * from profile_review where bigrams_within(unit_id, name) @> bigrams_within(${reach.unitId}::uuid, ${name}) offset 0) as r`
    : sql`profile_review r`
  const states = f.state ? [f.state] : shownStates
  return {
    select: columns(desk), from: lines, where: [within(desk), inStates(f.state), ...filters],
    keys: [{ kind: 'whole', of: sql`r.place` }], descending: f.order === 'newest',
    kept: filters.length > 0 ? undefined : {
      blockSize, blocks: sql`select block, sum(n) as n ${totalsOf(desk)} and state = any(${[...states]}::text[]) group by block`,
    },
  }
}

/** S2-51: one statement per page. */
export const reviewsOf = (db: Db, keyring: Keyring, reach: Reach, f: ReviewFilters & PageAsk): Promise<KeysetPage<ListedReview>> =>
  keysetPage<ListedReview>(db, listOf(keyring, reach, f), f)
