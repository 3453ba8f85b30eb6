import type { Window } from '../../src/modules/calls/document.ts'
import type { Bilingual, Field, FieldKind, FieldOf } from '../../src/modules/calls/form/definition.ts'
import { field as fieldSchema } from '../../src/modules/calls/form/definition.ts'
import { addDays, dayOf } from '../../src/kernel/clock.ts'

export const both = (zh: string, en: string): Bilingual => ({ zh, en })

type Given<K extends FieldKind> = Partial<Omit<FieldOf<K>, 'kind' | 'id' | 'label'>>

const made = (kind: FieldKind, id: string, label: Bilingual, more: object): Field => fieldSchema.parse({ kind, id, label, ...more })

/** A field of the demo's forms, with the defaults of its kind. */
export const ask = <K extends FieldKind>(kind: K, id: string, zh: string, en: string, more: Given<K> = {}): Field => made(kind, id, both(zh, en), more)

/** What must be filled in. */
export const must = <K extends FieldKind>(kind: K, id: string, zh: string, en: string, more: Given<K> = {}): Field =>
  made(kind, id, both(zh, en), { required: true, ...more })

export const option = (value: string, zh: string, en: string) => ({ value, label: both(zh, en) })

/** From 09:00 of one day to the last second before 18:00 of another, as days from now, in Asia/Shanghai. */
export const windowOf = (now: Date, from: number, to: number): Window =>
  ({ opensAt: `${dayOf(addDays(now, from))}T09:00:00+08:00`, closesAt: `${dayOf(addDays(now, to))}T17:59:59+08:00` })
