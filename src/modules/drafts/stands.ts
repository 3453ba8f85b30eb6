import type { Actor } from '../../kernel/actor.ts'
import { isRefusal, unseen, type Refusal } from '../../kernel/refusal.ts'
import { deed } from '../../platform/deed.ts'
import type { Tx } from '../../platform/db/database.ts'
import type { Call } from '../../platform/serve/call.ts'
import { entryRefusal } from '../projects/gate.ts'
import { accessFor } from '../projects/index.ts'
import { frozenBy, whyNotWrite, type DraftFacts } from './draft.ts'
import { ownDraftForUpdate, type Draft } from './draft-store.ts'

type Doer = Pick<Call<unknown, Actor>, 'actor' | 'tools'>

/** E11: in profile `tianjin` 项目管理 is opened person by person (D25), and may be taken away. */
const isOpenTo = async (db: Tx, { actor, tools }: Doer): Promise<boolean> => entryRefusal(await accessFor({ actor, tools: { ...tools, db } })) === null

export const factsFor = async (db: Tx, call: Doer, draft: Draft): Promise<DraftFacts> => ({
  lock: draft.lock, marks: draft.marks, person: draft.person, unitIsActive: draft.unitIsActive, isOpenToHim: await isOpenTo(db, call),
})

/** E10, E11: why nothing of it may be written now. */
export const frozenFor = async (db: Tx, call: Doer, draft: Draft): Promise<Refusal | null> => frozenBy(await factsFor(db, call, draft))

/**
 * A deed on one's own draft, its row held, where this field may be written. `pick` says which field it is about; null where
 * the form has none.
 */
export const writing = <T>(
  call: Call<{ id: string }, Actor>, pick: (tx: Tx, draft: Draft) => Promise<string | Refusal>, work: (tx: Tx, draft: Draft, now: Date) => Promise<T | Refusal>,
): Promise<T | Refusal> =>
  deed(call, async (tx) => {
    const draft = await ownDraftForUpdate(tx, call.input.id, call.actor.accountId)
    if (!draft) return unseen()
    const field = await pick(tx, draft)
    if (isRefusal(field)) return field
    const closed = whyNotWrite(await factsFor(tx, call, draft), field)
    return closed ?? work(tx, draft, call.tools.clock.now())
  })
