import { sql } from 'kysely'
import { staffPosts } from '../../kernel/actor.ts'
import type { Db } from '../../platform/db/database.ts'
import type { Tools } from '../../platform/tools.ts'
import { takenBy } from '../accounts/index.ts'
import { blindsOf } from './case-store.ts'
import { planOf, type Address, type Holder, type Plan } from './hand-over-course.ts'
import type { RecoveryCase } from './recovery-case.ts'

/** The accounts that have the proven mailbox or phone now, with what decides on the course. */
async function holdersOf(db: Db, unitId: string, blind: { mail: string; phone: string }): Promise<Holder[]> {
  const { rows } = await sql<Omit<Holder, 'has'> & { mail: boolean; phone: boolean }>`
    select a.id as "accountId", coalesce(a.mail_blind = ${blind.mail}, false) as mail, coalesce(a.phone_blind = ${blind.phone}, false) as phone, a.state = 'active' as "isActive",
      coalesce(bool_or(m.post = any(${sql.val([...staffPosts])}::text[])), false) as "isStaff",
      coalesce(bool_or(m.post = 'unit_account' and m.scope_id = ${unitId}), false) as "keepsThisUnit",
      coalesce(bool_or(m.post = 'unit_account' and m.scope_id <> ${unitId}), false) as "keepsAnotherUnit"
    from account a left join mandate m on m.account_id = a.id and upper_inf(m.during)
    where a.mail_blind = ${blind.mail} or a.phone_blind = ${blind.phone} group by a.id order by a.id`.execute(db)
  return rows.map(({ mail, phone, ...one }) => ({ ...one, has: [...(mail ? (['mail'] as const) : []), ...(phone ? (['phone'] as const) : [])] }))
}

/** What a hand-over of this case would do as things are, and what of the claimant's stands in its way: a wished name too, where it is wanted. */
export async function planFor(db: Db, tools: Tools, c: Pick<RecoveryCase, 'unitId' | 'cause' | 'claimant'>): Promise<{ plan: Plan; taken: ('userName' | Address)[] }> {
  if (!c.claimant) return { plan: { course: null, taken: [] }, taken: [] }
  const plan = planOf(c.cause, await holdersOf(db, c.unitId, blindsOf(tools.keyring, c.claimant)))
  const wantsName = plan.course === 'new' || plan.course === null
  const nameTaken = wantsName && (await takenBy(db, tools, { userName: c.claimant.userName })) !== null
  return { plan, taken: [...(nameTaken ? (['userName'] as const) : []), ...(plan.course === null ? plan.taken : [])] }
}

const saying = { userName: 'account.user_name_taken', mail: 'account.mail_bound', phone: 'account.phone_bound' } as const

/** Beside the facts of the case; `named` where the form calls them otherwise. */
export const takenFields = (taken: readonly ('userName' | Address)[], named: Partial<Record<Address, string>> = {}) =>
  Object.fromEntries(taken.map((name) => [name === 'userName' ? name : (named[name] ?? name), { code: saying[name] }]))
