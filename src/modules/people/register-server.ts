import { newId } from '../../kernel/ids.ts'
import { isRefusal, refuse, refuseField } from '../../kernel/refusal.ts'
import { deed } from '../../platform/deed.ts'
import { afterCommit } from '../../platform/db/transaction.ts'
import type { Handlers } from '../../platform/serve/call.ts'
import { besideProofs, createAccount, grantMandate, passwordRefusal, startSession } from '../accounts/index.ts'
import { acceptanceFor, linkAcceptance } from '../portal/index.ts'
import { settingOf } from '../settings/index.ts'
import { activeUnitForShare } from '../units/index.ts'
import { compareSoon } from './compare.ts'
import type { peopleContract } from './contract.ts'
import { documentOf, personFormProblems } from './fields.ts'
import { tellPerson, tellUnitOfNew } from './notices.ts'
import { happen } from './person-journal.ts'
import { takePlace } from './place-store.ts'

type Verbs = Handlers<typeof peopleContract>

/**
 * S1-24, S1-25, S1-29, S1-30: account, post and person in one deed, after both codes came back. Whether the document is
 * known is not even looked at here, so that answer and time cannot tell (D14): a number can be typed by anybody, and the
 * unit decides who it vouches for.
 */
export const register: Verbs['register'] = async (call) => {
  const { input, tools } = call
  const fields = personFormProblems(input)
  if (Object.keys(fields).length) return refuse('input.invalid', { fields })
  const document = documentOf(input.documentType, input.document)
  if ('code' in document) return refuseField('document', document.code, document.params)
  const weak = await passwordRefusal(call, input.password, { userName: input.userName, displayName: input.name, mailProofId: input.mailProofId, phoneProofId: input.phoneProofId })
  if (weak) return weak
  if (!(await settingOf(tools.db, tools.config, 'registration.people_open'))) return refuse('people.registration_closed', { status: 409 })
  // Asked first, so that nobody makes the server hash for nothing; the transaction below decides.
  const acceptable = await acceptanceFor(tools.db, input.acceptanceId)
  if (isRefusal(acceptable)) return acceptable
  const passwordHash = await tools.secrets.hash(input.password)
  if (isRefusal(passwordHash)) return passwordHash
  return besideProofs(await deed(call, async (tx) => {
    const accepted = await acceptanceFor(tx, input.acceptanceId)
    if (isRefusal(accepted)) return accepted
    // S1-31: a unit that is being suspended or dissolved just now is not joined.
    const unit = await activeUnitForShare(tx, input.unitId)
    if (!unit) return refuseField('unitId', 'people.unit.choose')
    const account = await createAccount(tx, call, {
      userName: input.userName, displayName: input.name, passwordHash, mailProofId: input.mailProofId, phoneProofId: input.phoneProofId, lang: call.request.lang,
    })
    if (isRefusal(account)) return account
    const { accountId } = account
    await linkAcceptance(tx, input.acceptanceId, accountId)
    const doer = { tools, request: call.request, actor: null }
    const granted = await grantMandate(tx, doer, { accountId, post: 'person', scopeId: null })
    if (isRefusal(granted)) return granted
    const now = tools.clock.now()
    const person = await happen(tx, tools, doer, null, newId(now.getTime()), {
      event: 'registered', at: now.toISOString(), accountId, who: { userName: input.userName, name: input.name, document },
      unitId: unit.id, place: await takePlace(tx, unit.id),
    })
    if (isRefusal(person)) return person
    await startSession(tx, call, accountId)
    await tellPerson(tx, tools, person, 'registered', { unit: unit.name })
    await tellUnitOfNew(tx, tools, person, unit)
    afterCommit(tx, () => compareSoon(tools))
    return { id: person.id }
  }))
}
