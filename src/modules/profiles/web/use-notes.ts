import { ask } from '../../../web/client.ts'
import { useFreshAfterLeaving, useKeeper } from '../../../web/keeper.ts'
import { profilesContract } from '../contract.ts'
import { isRefusalReason } from '../reasons.ts'
import { isTaken, type Note } from './notes.ts'
import type { Refusing, useRefusing } from './reason-picks.tsx'

export const refusingIn = ({ reasonCodes, reason }: Note): Refusing => ({ codes: reasonCodes.filter(isRefusalReason), text: reason })
const isNothing = ({ codes, text }: Refusing) => codes.length === 0 && text.trim() === ''

type Half = { id: string; revision: number } & Refusing
const save = ({ id, revision, codes, text }: Half) => ask(profilesContract.saveNote, { id, revision, reasonCodes: [...codes], reason: text.trim() })

/**
 * E19: half-written 驳回原因 of this version. What is typed is kept for whoever follows; what others began can be gone on
 * with, and what stands in the text already is not offered again.
 */
export function useNotes(on: { id: string; revision: number }, notes: readonly Note[], { refusing, touched }: Pick<ReturnType<typeof useRefusing>, 'refusing' | 'touched'>) {
  const { keeping, flush, said } = useKeeper<Half>({ ...on, ...refusing }, touched, save)
  useFreshAfterLeaving(touched, flush)
  const kept = notes.find(({ isOwn }) => isOwn)
  const own = touched || !kept ? refusing : refusingIn(kept)
  return {
    keeping, said,
    own: isNothing(own) ? null : own,
    others: notes.filter((note) => !note.isOwn && !isTaken(refusingIn(note), own)),
  }
}
