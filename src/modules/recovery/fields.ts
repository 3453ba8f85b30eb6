import { z } from 'zod'
import { personName } from '../../codes/person-name.ts'
import { longTextCheck, textCheck } from '../../codes/text.ts'
import { userName } from '../../codes/user-name.ts'
import { field, oneOf, optionalField } from '../../kernel/field.ts'
import { causes, comparisons, refusalReasons } from './recovery-case.ts'

/** Everything that a claimant says; the licence is sent before, under the proof of the mailbox. */
export const claimFields = z.object({
  unitId: z.uuid({ error: 'recovery.unit.choose' }),
  cause: oneOf(causes),
  explanation: optionalField(longTextCheck({ min: 2, max: 500, code: 'recovery.text_length' })),
  name: field(personName),
  mailProofId: z.uuid({ error: 'proof.not_proven' }),
  phoneProofId: z.uuid({ error: 'proof.not_proven' }),
  userName: field(userName),
})

/** A reason or remark that others act on: 2 to 500 characters. */
export const reason = field(longTextCheck({ min: 2, max: 500, code: 'recovery.text_length' }))

export const comparisonsMade = z.array(oneOf(comparisons)).max(comparisons.length, { error: 'field.choose' })
export const refusalReason = oneOf(refusalReasons)

/** 交接备忘. */
export const noteFields = {
  title: field(textCheck({ min: 1, max: 60 })),
  body: z.string({ error: 'field.required' }).transform((raw, ctx) => {
    const checked = longTextCheck({ min: 0, max: 2000, code: 'recovery.text_length' })(raw)
    if (checked.ok) return checked.value
    ctx.addIssue({ code: 'custom', message: checked.code, params: checked.params })
    return z.NEVER
  }),
  recursMonth: z.number({ error: 'field.choose' }).int().min(1, { error: 'field.choose' }).max(12, { error: 'field.choose' }).nullish(),
  recursDay: z.number({ error: 'field.choose' }).int().min(1, { error: 'field.choose' }).max(31, { error: 'field.choose' }).nullish(),
}

/** The secret of a claimant's link, as it stands behind the # of the address. */
export const caseToken = z.string({ error: 'recovery.link_unknown' }).regex(/^[\w-]{43}$/, { error: 'recovery.link_unknown' })
