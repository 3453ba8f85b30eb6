import { readdirSync } from 'node:fs'
import { join } from 'node:path'

const root = join(import.meta.dirname, '../..')

/** Whose tests speak of a table: the folder of its one writer. */
const writers: Readonly<Record<string, readonly string[]>> = {
  accounts: ['account', 'security_answer', 'session', 'lockout', 'lockout_slot', 'proof_code', 'setup_token', 'password_link', 'mandate'],
  units: ['unit', 'unit_registration', 'unit_registration_total', 'licence_scan'],
  authorities: ['authority'],
  portal: ['announcement', 'agreement', 'agreement_acceptance'],
  lists: ['code_entry'],
  settings: ['setting'],
  platform: ['journal', 'journal_private', 'idempotency', 'outbox', 'inbox', 'demo_message', 'job_lease'],
}

const filesIn = (folder: string, ending: string): string[] =>
  readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith(ending)).map((file) => join(folder, file)).sort()

/** Durability and the embedded engine race the disk, not a rule of the schema. */
const races = (): string[] => filesIn('checks/races', '.race.test.ts').filter((file) => !/(durability|embedded)\.race/.test(file))

/**
 * Test files in the order in which they are asked, in steps: the races of the table's room, then its contract tests
 * (unless only races count), then every other race. A table that nobody listed is asked of all of them.
 */
export function stepsFor(table: string, onlyRaces: boolean): string[][] {
  const room = Object.keys(writers).find((one) => writers[one]?.includes(table))
  const all = races()
  const own = all.filter((file) => file === `checks/races/${room === 'platform' ? 'outbox' : room}.race.test.ts`)
  const rest = all.filter((file) => !own.includes(file))
  const contract = filesIn('src', '.api.test.ts')
  const ownContract = contract.filter((file) => file.startsWith(room === 'platform' ? 'src/platform/' : `src/modules/${room}/`))
  const steps = onlyRaces ? [own, rest] : [own, ownContract, rest, contract.filter((file) => !ownContract.includes(file))]
  return steps.filter((step) => step.length > 0)
}
