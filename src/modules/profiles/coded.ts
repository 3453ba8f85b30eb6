import type { Finding } from '../../kernel/check.ts'
import { dayOf } from '../../kernel/clock.ts'
import type { Db } from '../../platform/db/database.ts'
import type { Tools } from '../../platform/tools.ts'
import { isCurrent } from '../lists/index.ts'

/** Which list each coded field chooses from. */
export const listsOfFields = {
  nationality: 'nationality', ethnicGroup: 'ethnic_group', politicalStatus: 'political_status',
  education: 'education_choice', degree: 'degree_choice', title: 'title_level',
} as const
type Coded = keyof typeof listsOfFields

/** Codes that their list does not have now, each beside its field; what stood there before may stay (E06). */
export async function unknownCodes(
  db: Db, { config, clock }: Pick<Tools, 'config' | 'clock'>, typed: Partial<Record<Coded, string | null>>, before: Partial<Record<Coded, string | null>>,
): Promise<Record<string, Finding>> {
  const found: Record<string, Finding> = {}
  const day = dayOf(clock.now())
  for (const [name, list] of Object.entries(listsOfFields) as [Coded, string][]) {
    const code = typed[name]
    if (!code || code === before[name]) continue
    if (!(await isCurrent(db, config, list, code, day))) found[name] = { code: 'field.choose' }
  }
  return found
}
