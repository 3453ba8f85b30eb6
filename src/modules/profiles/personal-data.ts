import { sql } from 'kysely'
import { maskDocument, maskLandline, maskMessenger } from '../../codes/mask.ts'
import type { Db } from '../../platform/db/database.ts'
import { sectionOf, type OwnCall, type PersonalData, type PersonalFact, type PersonalSection, type PersonalValue } from '../../platform/personal-data.ts'
import { nameOf } from '../lists/index.ts'
import { listsOfFields } from './coded.ts'
import type { Document, Draft, Plain } from './fields.ts'
import { documentIn, draftOf, profileOf } from './profile-store.ts'
import { openReason } from './review-store.ts'

/** A code by its names of today; the code itself where the list does not know it. */
const namedIn = (db: Db, { tools: { config } }: OwnCall) => async (list: string, code: string | null | undefined): Promise<PersonalValue | null> =>
  (code ? { zh: await nameOf(db, config, list, code, 'zh'), en: await nameOf(db, config, list, code, 'en') } : null)
type Named = ReturnType<typeof namedIn>

const documentFacts = async (named: Named, document: Document | null): Promise<PersonalFact[]> => [
  { label: 'myData.field.documentType', value: await named('identity_document_type', document?.type) },
  { label: 'myData.field.document', value: document && { whole: document.number, masked: maskDocument(document.number) } },
]

const plainFacts = async (named: Named, p: Partial<Plain>): Promise<PersonalFact[]> => [
  { label: 'myData.field.sex', value: await named('sex', p.sex) },
  { label: 'myData.field.nationality', value: await named(listsOfFields.nationality, p.nationality) },
  { label: 'myData.field.ethnicGroup', value: await named(listsOfFields.ethnicGroup, p.ethnicGroup) },
  { label: 'myData.field.politicalStatus', value: await named(listsOfFields.politicalStatus, p.politicalStatus) },
  { label: 'myData.field.birthDate', value: p.birthDate },
  { label: 'myData.field.specialty', value: p.specialty },
  { label: 'myData.field.officePhone', value: p.officePhone ? { whole: p.officePhone, masked: maskLandline(p.officePhone) } : null },
  { label: 'myData.field.qq', value: p.qq ? { whole: p.qq, masked: maskMessenger(p.qq) } : null },
  { label: 'myData.field.wechat', value: p.wechat ? { whole: p.wechat, masked: maskMessenger(p.wechat) } : null },
]

/** A draft holds what was typed, checked or not: each value as it stands. */
async function draftFacts(named: Named, fields: Draft): Promise<PersonalFact[]> {
  const { document, documentType, education, degree, title, position, ...rest } = fields as Record<string, string | null | undefined>
  return [
    { label: 'myData.field.documentType', value: await named('identity_document_type', documentType) },
    { label: 'myData.field.document', value: document ? { whole: document, masked: maskDocument(document) } : null },
    { label: 'myData.field.education', value: await named(listsOfFields.education, education) },
    { label: 'myData.field.degree', value: await named(listsOfFields.degree, degree) },
    { label: 'myData.field.title', value: await named(listsOfFields.title, title) },
    { label: 'myData.field.position', value: position },
    ...(await plainFacts(named, rest)),
  ]
}

async function profile(db: Db, call: OwnCall, personId: string): Promise<PersonalSection[]> {
  const { keyring } = call.tools
  const [p, draft, named] = [await profileOf(db, keyring, personId), await draftOf(db, keyring, personId), namedIn(db, call)]
  if (!p) return []
  const item = { id: personId, facts: [...(await plainFacts(named, p.plain)), { label: 'myData.field.approvedAt', value: p.approvedAt }] }
  const drafted = draft && { id: personId, facts: [{ label: 'myData.field.savedAt', value: draft.at }, ...(await draftFacts(named, draft.fields))] }
  return [{ title: 'myData.section.profile', items: [item] }, ...(drafted ? [{ title: 'myData.section.draft', items: [drafted] }] : [])]
}

interface VersionRow {
  version: number
  unit_name: string
  secondary_unit_name: string | null
  document: string
  education: string
  degree: string | null
  title: string
  position: string
  submitted_at: Date
  outcome: string | null
  reason: string | null
  decided_at: Date | null
  decided_by: string | null
}

/** Every version that was handed in, with what became of it. */
async function versions(db: Db, call: OwnCall, personId: string, most: number): Promise<PersonalSection> {
  const { keyring } = call.tools
  const named = namedIn(db, call)
  const { rows } = await sql<VersionRow>`
    select r.version, r.unit_name, r.secondary_unit_name, r.document, r.education, r.degree, r.title, r.position, r.submitted_at,
      d.outcome, d.reason, d.decided_at, a.display_name as decided_by
    from profile_revision r left join profile_decision d on d.person_id = r.person_id and d.version = r.version left join account a on a.id = d.decided_by
    where r.person_id = ${personId} order by r.version desc limit ${most + 1}`.execute(db)
  const facts = new Map<number, PersonalFact[]>()
  for (const row of rows) {
    facts.set(row.version, [
      { label: 'myData.field.submittedAt', value: row.submitted_at },
      ...(await documentFacts(named, documentIn(keyring.open(row.document, 'profile_revision.document')))),
      { label: 'myData.field.unit', value: row.unit_name }, { label: 'myData.field.secondaryUnit', value: row.secondary_unit_name },
      { label: 'myData.field.education', value: await named(listsOfFields.education, row.education) },
      { label: 'myData.field.degree', value: await named(listsOfFields.degree, row.degree) },
      { label: 'myData.field.title', value: await named(listsOfFields.title, row.title) },
      { label: 'myData.field.position', value: row.position },
      { label: 'myData.field.state', value: { word: `profiles.state.${row.outcome ?? 'pending'}` } },
      { label: 'myData.field.decidedAt', value: row.decided_at }, { label: 'myData.field.by', value: row.decided_by },
      { label: 'myData.field.reason', value: openReason(keyring, row.reason) },
    ])
  }
  return sectionOf('myData.section.versions', rows, most, ({ version }) => ({ id: String(version), facts: facts.get(version) ?? [] }))
}

/** Exports of the review list that somebody asked for, with what was searched for left out: it stands in the list itself. */
async function exports(db: Db, { actor }: OwnCall, most: number): Promise<PersonalSection[]> {
  const rows = await db
    .selectFrom('profile_export').select(['id', 'purpose', 'rows', 'asked_at', 'done_at'])
    .where('asked_by', '=', actor.accountId).orderBy('asked_at', 'desc').orderBy('id').limit(most + 1).execute()
  if (rows.length === 0) return []
  return [sectionOf('myData.section.exports', rows, most, (row) => ({
    id: row.id,
    facts: [
      { label: 'myData.field.at', value: row.asked_at }, { label: 'myData.field.purpose', value: row.purpose },
      { label: 'myData.field.rows', value: row.rows }, { label: 'myData.field.doneAt', value: row.done_at },
    ],
  }))]
}

/** Personal information in force, as it is being typed, and as it was handed in and decided. */
export const profilesPersonalData: PersonalData = {
  shows: [
    'profile.sex', 'profile.nationality', 'profile.ethnic_group', 'profile.political_status', 'profile.birth_date', 'profile.specialty',
    'profile.office_phone', 'profile.qq', 'profile.wechat', 'profile.draft',
    'profile_revision.document', 'profile_revision.education', 'profile_revision.degree', 'profile_revision.title', 'profile_revision.position',
    'profile_decision.reason',
  ],
  async of(db, call, most) {
    const person = await db.selectFrom('person').select('id').where('account_id', '=', call.actor.accountId).executeTakeFirst()
    const own = person ? [...(await profile(db, call, person.id)), await versions(db, call, person.id, most)] : []
    return [...own, ...(await exports(db, call, most))]
  },
}
