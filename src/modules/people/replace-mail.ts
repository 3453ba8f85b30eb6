import { isRefusal, refuse, type Refusal } from '../../kernel/refusal.ts'
import { maskMail } from '../../codes/mask.ts'
import { deed } from '../../platform/deed.ts'
import type { Handlers } from '../../platform/serve/call.ts'
import { replaceMailbox } from '../accounts/index.ts'
import { unitOf } from '../units/index.ts'
import type { peopleContract } from './contract.ts'
import { tellUnitOfSupport } from './notices.ts'
import { recordReset } from './person-journal.ts'
import { anyFor } from './support-server.ts'

type Verbs = Handlers<typeof peopleContract>

/** What accounts says, beside the field of this form and in the words of this desk. */
function said<T>(answer: T | Refusal): T | Refusal {
  if (!isRefusal(answer)) return answer
  if (answer.code === 'account.disabled') return refuse('people.mail.disabled', { status: 409 })
  const { mail, ...fields } = answer.fields
  return mail ? refuse(answer.code, { status: answer.status, params: answer.params, fields: { ...fields, newMail: mail } }) : answer
}

/**
 * 更换登记邮箱 (S1-58): nobody whose mailbox is dead or missing is locked out for good. Accounts does it and tells the
 * owner; here is whom it may be done to, that the unit hears of it, and what the timeline keeps.
 */
export const replaceMail: Verbs['replaceMail'] = async (call) =>
  // Around the whole deed: the unique index has the last word on whose the mailbox is.
  said(await deed(call, async (tx) => {
    const { tools, input } = call
    const p = await anyFor(tx, call)
    if (isRefusal(p)) return p
    const replaced = await replaceMailbox(tx, call, p.accountId, input.newMail)
    if (isRefusal(replaced)) return replaced
    const at = await recordReset(tx, tools, call, p, 'mail_replaced', input.note)
    const unit = p.unitId ? await unitOf(tx, p.unitId) : null
    if (unit) await tellUnitOfSupport(tx, tools, p, unit, { template: 'people.notice.mail_replaced_unit', note: input.note, at })
    return { id: p.id, mail: maskMail(input.newMail) }
  }))
