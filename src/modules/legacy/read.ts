import { setImmediate as breathe } from 'node:timers/promises'
import { mailForComparison } from '../../codes/mail.ts'
import type { Finding } from '../../kernel/check.ts'
import type { Keyring } from '../../platform/seal/keyring.ts'
import { documentBlind } from '../people/index.ts'
import type { Format } from './lines.ts'
import { headingIn, mostLines, readLines } from './lines.ts'
import type { ReportLine } from './line-store.ts'
import type { PlanRow } from './plan.ts'
import { judgeLine, type LegacyRow } from './row.ts'
import type { Today } from './unit-row.ts'

export interface ReadFile {
  /** Good by themselves. */
  rows: PlanRow[]
  /** Those that are not, with what is wrong. */
  wrong: ReportLine[]
}

/** So many lines are judged before others get their turn: the server answers meanwhile. */
const atOnce = 200

/** Every line of a file judged by itself, or what is wrong with the file as a whole. */
export async function readAll(
  bytes: Uint8Array, format: Format, given: { today: Today; keyring: Keyring }, progress: (done: number) => Promise<unknown>,
): Promise<ReadFile | Finding> {
  const heading = headingIn(bytes, format)
  if (!heading.ok) return { code: heading.code, params: { columns: heading.columns } }
  const read: ReadFile = { rows: [], wrong: [] }
  let done = 0
  for (const one of readLines(bytes, format)) {
    if (++done > mostLines) return { code: 'legacy.problem.too_many', params: { max: mostLines } }
    if (!one.ok) read.wrong.push({ line: one.line, outcome: 'defect', kind: null, userName: '', found: [{ field: null, code: one.code, ...(one.params && { params: one.params }) }] })
    else {
      const judged = judgeLine(one.line, one.cells, given.today)
      if (judged.ok) read.rows.push({ row: judged.row, factsFound: judged.factsFound, traits: traitsOf(judged.row, given.keyring) })
      else read.wrong.push({ line: one.line, outcome: 'defect', kind: judged.kind, userName: judged.userName, found: judged.found })
    }
    if (done % atOnce === 0) await breathe()
    if (done % (atOnce * 10) === 0) await progress(done)
  }
  return done === 0 ? { code: 'legacy.problem.no_lines' } : read
}

/** The signs of a line as the columns of accounts and people hold them. */
const traitsOf = (row: LegacyRow, keyring: Keyring): PlanRow['traits'] => ({
  userName: row.userName,
  mail: keyring.blind(mailForComparison(row.mail), 'mail'),
  phone: row.phone && keyring.blind(row.phone, 'phone'),
  document: row.document && documentBlind(keyring, row.document),
})
