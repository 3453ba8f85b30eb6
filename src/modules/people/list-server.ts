import { maskMail, maskMobile } from '../../codes/mask.ts'
import type { Handlers } from '../../platform/serve/call.ts'
import { openMail, openPhone } from '../accounts/index.ts'
import type { peopleContract } from './contract.ts'
import { peopleOf } from './list-store.ts'
import { mayDo } from './person-server.ts'
import { statusOf } from './person.ts'
import { countsOf } from './place-store.ts'

type Verbs = Handlers<typeof peopleContract>

const countsIn = (states: Record<string, number>) => {
  const { new: fresh = 0, enabled = 0, disabled = 0 } = states
  // 用户状态 of the manual knows two: who is new reads 已禁用 (S1-48).
  return { all: fresh + enabled + disabled, new: fresh, enabled, disabled: fresh + disabled }
}

/** S1-44: the unit sees all of its people, and nobody else's. */
export const people: Verbs['people'] = async (call) => {
  const { db, keyring } = call.tools
  const unitId = call.actor.mandate?.scopeId ?? ''
  const { rows, ...page } = await peopleOf(db, unitId, call.input)
  return {
    rows: rows.map((row) => {
      const [mail, phone] = [openMail(keyring, row.contact[0]), openPhone(keyring, row.contact[1])]
      return {
        id: row.id, userName: row.user_name, name: row.name, mail: mail ? maskMail(mail) : '', phone: phone ? maskMobile(phone) : '',
        status: statusOf(row.state), state: row.state, version: row.version, joinedAt: row.joined_at.toISOString(),
        duplicate: row.same_document ? 'document' as const : row.same_name ? 'name' as const : null,
        can: mayDo(call.actor, { state: row.state, since: row.joined_at, accountId: row.account_id, unitId }, mail).can,
      }
    }),
    ...page,
    counts: countsIn(rows[0]?.counts ?? (await countsOf(db, unitId))),
  }
}

export const waiting: Verbs['waiting'] = async (call) =>
  ({ n: (await countsOf(call.tools.db, call.actor.mandate?.scopeId ?? '')).new ?? 0 })
