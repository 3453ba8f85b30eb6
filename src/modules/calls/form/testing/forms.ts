import { zhongdianYanfa } from '../../../../../world/calls/zhongdian-yanfa.ts'
import type { CallDocument } from '../../document.ts'
import { field, formDefinition, type Content, type Field, type FormDefinition, type Values } from '../definition.ts'

export const named = (zh: string) => ({ zh, en: '' })

/** A field with the defaults of its kind. */
export const fieldOf = (given: { kind: string; id: string } & Record<string, unknown>): Field => field.parse({ label: named(given.id), ...given })

/** A form of one tab, or of several. */
export const formOf = (tabs: Record<string, unknown>[] | Field[], rules: unknown[] = []): FormDefinition =>
  formDefinition.parse({ tabs: tabs.some((one) => 'fields' in one) ? tabs.map((one) => ({ label: named('栏'), ...one })) : [{ id: 'only', label: named('栏'), fields: tabs }], rules })

/** A call of the demo with another form: what the checker takes. */
export const callWith = (form: FormDefinition): CallDocument => ({ ...zhongdianYanfa(new Date('2026-06-01T00:00:00Z')), form })

export const contentOf = (values: Values, more: Partial<Content> = {}): Content => ({ values, facts: {}, members: [], files: [], ...more })

export const options = (...values: string[]) => values.map((value) => ({ value, label: named(value) }))
