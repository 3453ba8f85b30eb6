import { readdirSync } from 'node:fs'
import { join } from 'node:path'

const root = join(import.meta.dirname, '../..')

/** Whose tests speak of a table: the folder of its one writer, and of who finds by what is written there. */
const writers: Readonly<Record<string, readonly string[]>> = {
  accounts: ['account', 'security_answer', 'session', 'lockout', 'lockout_slot', 'proof_code', 'setup_token', 'password_link', 'mandate', 'recovery_request'],
  units: ['unit', 'unit_registration', 'unit_registration_total', 'licence_scan', 'unit_name', 'unit_successor'],
  'unit-profiles': ['unit_profile', 'unit_bank_account'],
  people: ['person', 'unit_people', 'person_total'],
  structure: ['secondary_unit', 'role_grant', 'structure_change'],
  profiles: ['profile', 'profile_revision', 'profile_decision', 'profile_review', 'profile_desk', 'profile_review_total', 'profile_unit_total', 'profile_note', 'profile_presence', 'profile_export'],
  subsystems: ['subsystem', 'subsystem_grant', 'subsystem_request', 'subsystem_visit', 'oidc_record', 'signing_key', 'logout_call'],
  city: ['identity', 'city_visit', 'identity_link'],
  recovery: ['recovery_case', 'recovery_evidence', 'handover', 'handover_item', 'handover_note'],
  legacy: ['legacy_import', 'legacy_line'],
  applications: [
    'application', 'application_version', 'application_file', 'application_decision', 'application_look', 'application_note', 'application_presence', 'application_desk', 'application_batch',
    'application_batch_item', 'application_block', 'application_search', 'application_total', 'draft_field', 'limit_slot', 'limit_given_back', 'unit_quota_slot', 'receipt_key',
  ],
  calls: ['call', 'call_version', 'call_window', 'working_day'],
  drafts: ['draft', 'draft_field', 'draft_file', 'draft_member'],
  prints: ['print'],
  desk: ['desk_reminder'],
  help: ['help_question'],
  authorities: ['authority'],
  portal: ['announcement', 'agreement', 'agreement_acceptance'],
  lists: ['code_entry'],
  settings: ['setting'],
  platform: ['journal', 'journal_private', 'idempotency', 'outbox', 'inbox', 'demo_message', 'job_lease'],
}

/** Rooms whose races fill more files than one. */
const ownRaces: Readonly<Record<string, readonly string[]>> = {
  applications: ['applications-last-word', 'applications', 'application-batches', 'application-leaders', 'limits', 'follow'],
  platform: ['outbox'],
}

const filesIn = (folder: string, ending: string): string[] =>
  readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith(ending)).map((file) => join(folder, file)).sort()

/** Races of durability and of the embedded engine try the disk, not a rule of the schema. */
const races = (): string[] => filesIn('checks/races', '.race.test.ts').filter((file) => !/(durability|embedded)\.race/.test(file))

/** The tests of the database's own tools compare catalogues: they see that a rule is gone, not what comes of it. */
const contracts = (): string[] => filesIn('src', '.api.test.ts').filter((file) => !file.startsWith('src/platform/db/'))

/** Where every rule is raced by itself, without a verb around it. */
const lastWord = 'checks/races/last-word.race.test.ts'

/**
 * Test files in the order in which they are asked, in steps: the races of the table's room, the last word of the database,
 * the room's contract tests (unless only races count), then every other race. A table that nobody listed is asked of all.
 */
export function stepsFor(table: string, onlyRaces: boolean): string[][] {
  const rooms = Object.keys(writers).filter((one) => writers[one]?.includes(table))
  const all = races().filter((file) => file !== lastWord)
  const own = rooms.flatMap((room) => ownRaces[room] ?? [room]).map((name) => `checks/races/${name}.race.test.ts`).filter((file) => all.includes(file))
  const rest = all.filter((file) => !own.includes(file))
  const contract = contracts().filter((file) => rooms.length === 0 || rooms.some((room) => file.startsWith(room === 'platform' ? 'src/platform/' : `src/modules/${room}/`)))
  return [own, [lastWord], ...(onlyRaces ? [] : [contract]), rest].filter((step) => step.length > 0)
}
