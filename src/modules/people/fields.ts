import { z } from 'zod'
import { identityDocument, isDocumentType } from '../../codes/identity-document.ts'
import { nameScriptOf, personName, personNameIn } from '../../codes/person-name.ts'
import { longTextCheck, textCheck } from '../../codes/text.ts'
import { userName } from '../../codes/user-name.ts'
import type { Finding } from '../../kernel/check.ts'
import { field } from '../../kernel/field.ts'

/** S1-25: the fields of 填报用户注册. */
export const personForm = z.object({
  acceptanceId: z.uuid({ error: 'agreement.not_accepted' }),
  userName: field(userName),
  // Length and policy are judged on the server, with the words of this person at hand (accounts/password.ts).
  password: z.string({ error: 'field.required' }).min(1, { error: 'field.required' }).max(256, { error: 'field.too_long' }),
  passwordAgain: z.string({ error: 'field.required' }).max(256, { error: 'field.too_long' }),
  name: field(personName),
  documentType: z.string({ error: 'document_type.choose' }).refine(isDocumentType, { error: 'document_type.choose' }),
  document: z.string({ error: 'field.required' }).min(1, { error: 'field.required' }).max(60, { error: 'field.too_long' }),
  mailProofId: z.uuid({ error: 'proof.not_proven' }),
  phoneProofId: z.uuid({ error: 'proof.not_proven' }),
  unitId: z.uuid({ error: 'people.unit.choose' }),
})
export type PersonForm = z.output<typeof personForm>

/** What only several fields together show: the number by the rule of its kind, the name in the script of the document. */
export function personFormProblems(form: Record<'password' | 'passwordAgain' | 'name' | 'documentType' | 'document', string>): Record<string, Finding> {
  const problems: Record<string, Finding> = {}
  if (form.password.normalize('NFC') !== form.passwordAgain.normalize('NFC')) problems.passwordAgain = { code: 'password.again' }
  const name = personNameIn(nameScriptOf(form.documentType))(form.name)
  if (!name.ok) problems.name = name
  const document = documentOf(form.documentType, form.document)
  if ('code' in document) problems.document = document
  return problems
}

/** Kind and number in canonical form, or what is wrong with the number. */
export function documentOf(type: string, number: string): { type: string; number: string } | Finding {
  if (!isDocumentType(type)) return { code: 'document_type.choose' }
  const checked = identityDocument(type)(number)
  return checked.ok ? { type, number: checked.value } : { code: checked.code, ...(checked.params && { params: checked.params }) }
}

/** Why a unit disables, refuses or releases: the person reads it. */
export const reasonField = field(longTextCheck({ min: 2, max: 500 }))
/** Why somebody looks at a document number. */
export const lookReason = field(textCheck({ min: 2, max: 200 }))
