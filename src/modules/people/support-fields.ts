import { nameScriptOf, personNameIn } from '../../codes/person-name.ts'
import { codeText } from '../../codes/text.ts'
import { isRefusal, refuse, refuseField, type Refusal } from '../../kernel/refusal.ts'
import type { Finding } from '../../kernel/check.ts'
import { documentOf } from './fields.ts'
import type { Document, Person } from './person.ts'
import type { LookWay } from './support-contract.ts'

const isFinding = (value: object): value is Finding => 'code' in value
const missing = (field: string): Refusal => refuseField(field, 'field.required')

export type Sought = { by: 'document'; document: Document } | { by: 'last4'; last4: string; name: string } | { by: 'userName'; userName: string }

/** What is looked for, in the form that is kept; a refusal stands beside the field that is missing or wrong. */
export function soughtIn(asked: Record<'documentType' | 'document' | 'last4' | 'name' | 'userName', string> & { by: LookWay }): Sought | Refusal {
  if (asked.by === 'userName') return asked.userName.trim() ? { by: 'userName', userName: asked.userName.trim() } : missing('userName')
  if (asked.by === 'document') {
    if (!asked.document.trim()) return missing('document')
    const document = documentOf(asked.documentType, asked.document)
    return isFinding(document) ? refuseField(document.code === 'document_type.choose' ? 'documentType' : 'document', document.code, document.params) : { by: 'document', document }
  }
  const last4 = codeText(asked.last4)
  if (!last4.ok || [...last4.value].length !== 4) return refuseField('last4', 'people.last4')
  const name = personNameIn('any')(asked.name)
  return name.ok ? { by: 'last4', last4: last4.value, name: name.value } : refuseField('name', name.code, name.params)
}

/** Name and document as they are to be; an empty field leaves what is there. The name must be in the script of the document (GB 18030, passports). */
export function correctionOf(p: Pick<Person, 'name' | 'document'>, asked: Record<'newName' | 'newDocumentType' | 'newDocument', string>): { name: string; document: Document | null } | Refusal {
  const document = correctedDocument(p, asked)
  if (isRefusal(document)) return document
  const checked = asked.newName.trim() ? personNameIn(nameScriptOf(document?.type ?? ''))(asked.newName) : null
  if (checked && !checked.ok) return refuseField('newName', checked.code, checked.params)
  const name = checked?.value ?? p.name
  const isSame = name === p.name && document?.type === p.document?.type && document?.number === p.document?.number
  return isSame ? refuse('people.correct.nothing') : { name, document }
}

function correctedDocument(p: Pick<Person, 'document'>, asked: Record<'newDocumentType' | 'newDocument', string>): Document | null | Refusal {
  if (!asked.newDocument.trim()) return p.document
  const document = documentOf(asked.newDocumentType, asked.newDocument)
  return isFinding(document) ? refuseField(document.code === 'document_type.choose' ? 'newDocumentType' : 'newDocument', document.code, document.params) : document
}
