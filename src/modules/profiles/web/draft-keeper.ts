import { ask } from '../../../web/client.ts'
import { useKeeper } from '../../../web/keeper.ts'
import { profilesContract } from '../contract.ts'
import type { Draft } from '../fields.ts'

const save = (fields: Draft) => ask(profilesContract.saveDraft, { fields })

/** Keeps the form of one's own personal information while it is filled in. */
export const useDraftKeeper = (draft: Draft, touched: boolean) => useKeeper(draft, touched, save)
