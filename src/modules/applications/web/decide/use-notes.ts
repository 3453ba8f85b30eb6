import { ask } from '../../../../web/client.ts'
import { useFreshAfterLeaving, useKeeper } from '../../../../web/keeper.ts'
import { applicationsContract } from '../../contract.ts'
import { hasBegun, isTaken, type Half, type Returning } from './marks.ts'
import type { Opened } from '../desk/shown.ts'

export type Note = Opened['notes'][number]

type Written = { id: string; revision: number } & Half
const save = ({ id, revision, codes, comment, marks }: Written) =>
  ask(applicationsContract.saveNote, { id, revision, codes: [...codes], comment: comment.trim(), marks: marks.map((mark) => ({ ...mark, codes: [...mark.codes], note: mark.note.trim() })) })

/**
 * E19: half-written returns of this version. What is typed is kept for the other windows and for whoever follows at this desk; what others
 * began can be gone on with, and what stands in the text already is not offered again.
 */
export function useNotes(on: { id: string; revision: number }, notes: readonly Note[], returning: Returning, touched: boolean) {
  const { codes, comment, marks } = returning
  const { keeping, flush, said } = useKeeper<Written>({ ...on, codes, comment, marks }, touched, save)
  useFreshAfterLeaving(touched, flush)
  const kept = notes.find(({ isOwn }) => isOwn)
  const own: Half = touched || !kept ? returning : kept
  return { keeping, said, own: hasBegun(own) ? own : null, others: notes.filter((note) => !note.isOwn && !isTaken(note, own)) }
}
