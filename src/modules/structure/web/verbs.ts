import { useDeed } from '../../../web/ask.ts'
import type { Answer } from '../../../web/client.ts'
import { structureContract } from '../contract.ts'
import type { Change, Changed, Plan } from './shown.ts'

/** A change, what it would move, and why (where a post ends). */
export interface Proposal {
  change: Change
  reason: string
  plan: Plan
}

/** Each kind of change has its verb; the seal says which state was on the screen. */
export function useVerbs(): (proposal: Proposal) => Promise<Answer<Changed>> {
  const authorise = useDeed(structureContract.authorise)
  const replace = useDeed(structureContract.replaceAuthorised)
  const revoke = useDeed(structureContract.revokeAuthorised)
  const add = useDeed(structureContract.addSecondaryUnit)
  const change = useDeed(structureContract.changeSecondaryUnit)
  const vacate = useDeed(structureContract.revokeManager)
  const remove = useDeed(structureContract.removeSecondaryUnit)
  const move = useDeed(structureContract.movePeople)
  return ({ change: asked, reason, plan: { seal } }) => {
    switch (asked.kind) {
      case 'authorise': return authorise.do({ ...asked.person, seal })
      case 'replace': return replace.do({ grantId: asked.grantId, ...asked.person, seal })
      case 'revoke': return revoke.do({ grantId: asked.grantId, reason, seal })
      case 'add': return add.do({ name: asked.name, manager: asked.manager, ...(asked.people && { people: asked.people }), seal })
      case 'change': return change.do({ id: asked.id, version: asked.version, name: asked.name, ...(asked.manager && { manager: asked.manager }), seal })
      case 'vacate': return vacate.do({ id: asked.id, version: asked.version, reason, seal })
      case 'remove': return remove.do({ id: asked.id, version: asked.version, ...(asked.moveTo && { moveTo: asked.moveTo }), seal })
      case 'move': return move.do({ from: asked.from, to: asked.to, people: asked.people, seal })
    }
  }
}
