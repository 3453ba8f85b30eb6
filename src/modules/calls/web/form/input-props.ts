import type { FieldKind, FieldOf, FieldValue } from '../../form/definition.ts'
import type { Wiring } from './field-frame.tsx'

/** What the control of one kind of field is given. */
export interface InputProps<K extends FieldKind = FieldKind> {
  field: FieldOf<K>
  value: FieldValue | undefined
  change: (value: FieldValue) => void
  /** On leaving the control: that is when it is checked. */
  leave: () => void
  wiring: Wiring
}

export const textIn = (value: FieldValue | undefined): string => (typeof value === 'string' ? value : '')
export const numberIn = (value: FieldValue | undefined): number | null => (typeof value === 'number' ? value : null)
