import type { Finding } from '../../kernel/check.ts'
import { dayOf } from '../../kernel/clock.ts'
import { creditCode } from '../../codes/credit-code.ts'
import type { Config } from '../../config.ts'
import type { Db } from '../../platform/db/database.ts'
import { authorityOf } from '../authorities/index.ts'
import { currentRegion, isCurrent } from '../lists/index.ts'
import type { UnitForm } from './registration.ts'

/** What only lists and authorities of today can tell of a filled-in step: a sentence per field. */
export async function listProblems(db: Db, config: Config, form: UnitForm, now: Date): Promise<Record<string, Finding>> {
  const problems: Record<string, Finding> = {}
  const day = dayOf(now)
  const checked = creditCode(form.creditCode ?? '')
  // fields.md: a few early codes fail the check digit; with the licence at hand an officer verifies them.
  if (!checked.ok && !(checked.code === 'uscc.checksum' && form.creditCodeByHand)) problems.creditCode = { code: checked.code, params: checked.params }
  if (!(await isCurrent(db, config, 'legal_nature', form.legalNature ?? '', day))) problems.legalNature = { code: 'legal_nature.choose' }
  if (!(await isCurrent(db, config, 'legal_type', form.legalType ?? '', day, form.legalNature ?? ''))) problems.legalType = { code: 'legal_type.choose' }
  for (const name of ['registeredDistrict', 'locatedDistrict'] as const) {
    const found = await currentRegion(db, config, form[name] ?? '', day)
    if (found) problems[name] = found
  }
  const authority = await authorityOf(db, form.authorityId ?? '')
  // The bureau stands above the authorities of units and has no units of its own.
  if (!authority || authority.kind === 'bureau') problems.authorityId = { code: 'authority.choose' }
  else if (!authority.isOpen) problems.authorityId = { code: 'units.authority_closed' }
  return problems
}
