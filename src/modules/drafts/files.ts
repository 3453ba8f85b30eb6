import type { FileKind } from '../../platform/files/kind.ts'
import type { Field } from '../calls/form/definition.ts'

/** Files of drafts lie together, so that those that no row names can be found. */
export const drawer = 'drafts'
/** Of one draft, with what was taken out and is still kept. */
export const mostFilesKept = 300
export const mostMegabytesKept = 1000
const pictureMegabytes = 5

/** What a field takes. */
export interface Fits {
  kinds: readonly FileKind[]
  maxBytes: number
  /** Most that may lie there at once. */
  most: number
  /** As the form says it. */
  shownMost: number
  isPicture: boolean
}

/** What a field for attachments, or a text with pictures, takes; null for every other. Pure. */
export function whatFits(field: Field | undefined): Fits | null {
  if (field?.kind === 'files') return { kinds: field.types, maxBytes: field.maxMegabytes * 1_048_576, most: field.most, shownMost: field.most, isPicture: false }
  if (field?.kind !== 'rich' || field.images === 0) return null
  // A picture that was taken out of the text may come back by undoing: there is room for more than the text may show.
  return { kinds: ['jpg', 'png'], maxBytes: pictureMegabytes * 1_048_576, most: field.images * 5 + 5, shownMost: field.images, isPicture: true }
}
