import type { Field } from '../../form/definition.ts'

/** A choice of few is shown whole, one of many in a list. */
export const isShort = (field: Field): boolean => field.kind === 'choice' && field.options.length <= 6
