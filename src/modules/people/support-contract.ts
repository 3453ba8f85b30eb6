import { z } from 'zod'
import { mail } from '../../codes/mail.ts'
import { verb } from '../../kernel/contract.ts'
import { field, oneOf } from '../../kernel/field.ts'
import { lookReason, reasonField } from './fields.ts'
import { personStates } from './person.ts'

const id = z.uuid()
const support = ['support_officer'] as const
const text = z.string().max(100, { error: 'field.too_long' }).default('')
const version = z.int32().positive()
const personState = z.object({ id, state: z.enum(personStates), version })

/** What is known of the person: the whole number, its last four with the whole name, or the user name. */
export const lookWays = ['document', 'last4', 'userName'] as const
export type LookWay = (typeof lookWays)[number]

/** What support sees of a person: document and contacts masked. */
const supportedPerson = z.object({
  id, version, state: z.enum(personStates), userName: z.string(), name: z.string(),
  documentType: z.string().nullable(), document: z.string().nullable(), mail: z.string().nullable(), phone: z.string().nullable(),
  unit: z.string().nullable(), since: z.iso.datetime(), vouchedAt: z.iso.datetime().nullable(), can: z.array(z.string()),
})

/** S1-58: people whom nobody else can help: the wrong name, the wrong number, a number that the wrong unit vouches for. */
export const supportVerbs = {
  lookUp: verb({
    method: 'POST', path: '/api/people/support/search', guard: support,
    input: z.object({ by: oneOf(lookWays), documentType: text, document: text, last4: text, name: text, userName: text, reason: lookReason }),
    output: z.object({ people: z.array(supportedPerson) }), refusals: ['people.look.limit', 'people.last4'],
    summary: 'People by a whole document number, by its last four and the whole name, or by the user name; who looked for whom and why is recorded',
    rows: ['S1-58', 'S1-N1'],
  }),
  correct: verb({
    method: 'POST', path: '/api/people/support/:id/correct', guard: support, idempotent: true,
    // Named apart from those of the search, which stand on the same page.
    input: z.object({ id, version, newName: text, newDocumentType: text, newDocument: text, note: reasonField }), output: personState,
    refusals: ['people.own', 'people.correct.nothing', 'people.document_vouched'],
    summary: '更正姓名或证件: person and unit are told; where another unit vouches for that number, this one confirms anew', rows: ['S1-58', 'S1-N1'],
  }),
  liftVouching: verb({
    method: 'POST', path: '/api/people/support/:id/lift', guard: support, idempotent: true,
    input: z.object({ id, version, reason: reasonField }), output: personState, refusals: ['people.own'],
    summary: '解除身份确认: the person is released, so that the owner of the number can be enabled', rows: ['S1-58', 'S1-N1'],
  }),
  replaceMail: verb({
    method: 'POST', path: '/api/people/support/:id/mailbox', guard: support, idempotent: true,
    input: z.object({ id, version, newMail: field(mail), note: reasonField }), output: z.object({ id, mail: z.string() }),
    refusals: ['people.own', 'people.mail.disabled', 'account.keeps_unit', 'account.is_staff'],
    summary: '更换登记邮箱: of a dead or missing one; a one-time link to the new one, all sessions end; the old one, the phone and the unit are told', rows: ['S1-58', 'S1-11'],
  }),
}
