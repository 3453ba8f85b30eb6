import type { Field, FormDefinition } from '../../../calls/form/definition.ts'

type Asked = Exclude<Field, { kind: 'note' }>

/** All fields of a form, in its order; text between them asks nothing. */
export const fieldsInOrder = (form: FormDefinition): Asked[] => form.tabs.flatMap((tab) => tab.fields.filter((field): field is Asked => field.kind !== 'note'))
