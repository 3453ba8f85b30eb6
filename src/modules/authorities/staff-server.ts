import { maskMail } from '../../codes/mask.ts'
import { isRefusal, refuse, unseen, type Refusal } from '../../kernel/refusal.ts'
import type { Tx } from '../../platform/db/database.ts'
import { deed } from '../../platform/deed.ts'
import { record } from '../../platform/journal.ts'
import type { Call, Handlers } from '../../platform/serve/call.ts'
import {
  createStaffAccount, disableAccount, enableAccount, endMandate, grantMandate, resetSecondFactor, sendPasswordLink,
} from '../accounts/index.ts'
import { authorityOf, openAuthority } from './index.ts'
import { canOf, notYourself, scopeOf, type StaffPost } from './staff.ts'
import type { staffContract } from './staff-contract.ts'
import { staffForUpdate, staffPage, versionOf, type StaffMember } from './staff-store.ts'

/** The desk's own event beside those of the account: who did what to whom, without the name (the journal keeps no personal values). */
async function tell(call: Call, tx: Tx, accountId: string, event: string, body: Record<string, unknown> = {}): Promise<void> {
  const seq = await versionOf(tx, accountId)
  await record(tx, call.tools.keyring, call, { room: 'staff', subject: accountId, seq, event, body })
}

/** A deed on one member of staff: found, decided, done by the room of accounts, told. */
function onStaff(
  call: Call<{ accountId: string }>,
  event: string,
  act: (tx: Tx, member: StaffMember) => Promise<Record<string, unknown> | void | Refusal>,
) {
  return deed(call, async (tx) => {
    const { accountId } = call.input
    const stop = notYourself(call.actor?.accountId, accountId)
    if (stop) return stop
    const member = await staffForUpdate(tx, accountId)
    if (!member) return unseen()
    const done = await act(tx, member)
    if (isRefusal(done)) return done
    await tell(call, tx, accountId, event, done ?? {})
    return { accountId }
  })
}

interface Place {
  post: StaffPost
  authorityId?: string | null
}

/** Scope and name of a post that is about to be given: an officer's authority must be open, and stays so until the end. */
async function openPlace(tx: Tx, { post, authorityId }: Place): Promise<{ scopeId: string | null; authority: string } | Refusal> {
  const scope = scopeOf(post, authorityId)
  if (isRefusal(scope)) return scope
  if (!scope.scopeId) return { scopeId: null, authority: '' }
  const authority = await openAuthority(tx, scope.scopeId)
  return isRefusal(authority) ? authority : { scopeId: authority.id, authority: authority.name }
}

export const staffHandlers: Handlers<typeof staffContract> = {
  async staff({ input, actor, tools }) {
    const { rows, ...page } = await staffPage(tools.db, input)
    return {
      rows: rows.map((row) => {
        const yourself = row.accountId === actor.accountId
        return {
          accountId: row.accountId, name: row.name, userName: row.userName, state: row.state, invited: row.invited,
          mail: row.mail ? maskMail(tools.keyring.open(row.mail, 'account.mail')) : '',
          secondFactor: row.secondFactor, lastSignedInAt: row.lastSignedInAt?.toISOString() ?? null,
          mandates: row.mandates, yourself,
          can: canOf({ yourself, state: row.state, secondFactor: row.secondFactor, mandates: row.mandates.length }),
        }
      }),
      ...page,
    }
  },

  addStaff: (call) =>
    deed(call, async (tx) => {
      const { userName, displayName, mail, phone, lang } = call.input
      const place = await openPlace(tx, call.input)
      if (isRefusal(place)) return place
      const made = await createStaffAccount(tx, call, { userName, displayName, mail, phone, lang })
      if (isRefusal(made)) return made
      const { accountId } = made
      const granted = await grantMandate(tx, call, { accountId, post: call.input.post, scopeId: place.scopeId })
      if (isRefusal(granted)) return granted
      await tell(call, tx, accountId, `added_${call.input.post}`, { authority: place.authority })
      return { accountId }
    }),

  grantMandate: (call) =>
    onStaff(call, `granted_${call.input.post}`, async (tx, member) => {
      if (member.state === 'disabled') return refuse('staff.disabled', { status: 409 })
      const place = await openPlace(tx, call.input)
      if (isRefusal(place)) return place
      const granted = await grantMandate(tx, call, { accountId: member.accountId, post: call.input.post, scopeId: place.scopeId })
      return isRefusal(granted) ? granted : { authority: place.authority }
    }),

  endMandate: (call) =>
    onStaff(call, `ended_${call.input.post}`, async (tx, member) => {
      const scope = scopeOf(call.input.post, call.input.authorityId)
      if (isRefusal(scope)) return scope
      const ended = await endMandate(tx, call, { accountId: member.accountId, post: call.input.post, scopeId: scope.scopeId })
      if (isRefusal(ended)) return ended
      return { authority: (scope.scopeId && (await authorityOf(tx, scope.scopeId))?.name) ?? '' }
    }),

  disableStaff: (call) => onStaff(call, 'disabled', (tx, member) => disableAccount(tx, call, member.accountId)),

  enableStaff: (call) => onStaff(call, 'enabled', (tx, member) => enableAccount(tx, call, member.accountId)),

  resetStaffSecondFactor: (call) => onStaff(call, 'second_factor_reset', (tx, member) => resetSecondFactor(tx, call, member.accountId)),

  resendLink: (call) =>
    onStaff(call, 'link_sent', async (tx, member) => {
      if (member.state === 'disabled') return refuse('staff.disabled', { status: 409 })
      const sent = await sendPasswordLink(tx, call, member.accountId, member.invited ? 'account.welcome' : 'account.reset')
      return isRefusal(sent) ? sent : {}
    }),
}
