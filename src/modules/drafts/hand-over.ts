import type { Tx } from '../../platform/db/database.ts'
import type { Author } from '../../platform/journal.ts'
import type { Tools } from '../../platform/tools.ts'
import { happen } from './draft-journal.ts'
import { nextVersion, setLeader } from './draft-store.ts'
import { unsign } from './field-store.ts'
import { accountNumber, changeMember, membersOf } from './member-store.ts'

/**
 * E10: the draft, which the caller holds, is another leader's from now on: everything of it is open to him, whatever a return had marked.
 * What the leader before had promised (`commitments`: ids of fields) is not promised by him, and who leads is no member.
 */
export async function handOverDraft(
  tx: Tx, call: Author & { tools: Tools }, of: { id: string; leaderId: string; accountId: string; commitments: readonly string[]; by: string },
): Promise<void> {
  const { tools } = call
  const now = tools.clock.now()
  await setLeader(tx, of.id, of)
  await nextVersion(tx, of.id, now, { lock: 'open', marks: [] })
  await unsign(tx, of.id, of.commitments, of.by, now)
  const number = await accountNumber(tx, of.accountId)
  for (const member of await membersOf(tx, of.id)) {
    if (member.person_id !== of.leaderId && (number === null || member.phone_blind !== number)) continue
    await changeMember(tx, member.id, { state: 'withdrawn' })
    await happen(tx, tools, call, of.id, { event: 'member_removed', memberId: member.id })
  }
}
