import { isDocumentType } from '../../../codes/identity-document.ts'
import { nameScriptOf, personNameIn } from '../../../codes/person-name.ts'
import type { Finding } from '../../../kernel/check.ts'
import { documentOf } from '../../people/fields.ts'
import type { ChangedManagerForm } from '../fields.ts'

/** Whom a post is given to, as it stands in the form. */
export interface TypedPerson {
  name: string
  phone: string
  documentType: string
  document: string
}

/** What only shows when two fields are seen together: the name and the number by the kind of document. Empty fields are no mistake yet. */
export function namedProblems({ name, documentType, document }: Omit<TypedPerson, 'phone'>): Partial<Record<'name' | 'document', Finding>> {
  const problems: Partial<Record<'name' | 'document', Finding>> = {}
  const named = personNameIn(nameScriptOf(documentType))(name)
  if (name.trim() && !named.ok) problems.name = named
  const number = documentOf(documentType, document)
  if (document.trim() && 'code' in number) problems.document = number
  return problems
}

/**
 * S2-37: of the four fields of 编辑, what is new; null where nothing was typed. Phone and number are shown masked, so that
 * empty means unchanged; the kind of document goes with its number.
 */
export function changedManager(shown: { name: string } | null, typed: Partial<TypedPerson>): ChangedManagerForm | null {
  const text = (value: string | undefined) => value?.trim() || null
  const document = text(typed.document)
  const name = text(typed.name)
  const type = typed.documentType ?? ''
  const changed = {
    name: name === shown?.name ? null : name, phone: text(typed.phone), documentType: document && isDocumentType(type) ? type : null, document,
  }
  return Object.values(changed).some((value) => value !== null) ? changed : null
}

/** Where the server's finding belongs in a form: it names the field as it stands in the change, the form as it stands on the page. */
export function fieldIn(names: readonly string[], name: string): string {
  const bare = name.replace(/^change\./, '').replace(/^person\./, '')
  return names.find((one) => one === bare) ?? names.find((one) => one.endsWith(`.${bare}`)) ?? name
}
