import type { FormDefinition } from './definition.ts'

/** Code lists of the platform that a field of the kind `code` may ask for, by their ids (codes/code-lists.ts). */
export const formCodeLists = ['discipline', 'district', 'industry', 'title', 'degree', 'education'] as const

/** Whether a code of a list may be chosen (E06). The lists come in from outside: they are the platform's, and change. */
export type InForce = (list: string, code: string) => boolean

/** The lists that a form asks for. */
export const codeListsIn = (form: FormDefinition): string[] =>
  [...new Set(form.tabs.flatMap((tab) => tab.fields.flatMap((field) => (field.kind === 'code' ? [field.list] : []))))]
