import { isRefusal, overtaken, refuseField, unseen } from '../../kernel/refusal.ts'
import { deed } from '../../platform/deed.ts'
import type { Handlers } from '../../platform/serve/call.ts'
import { personForUpdate } from '../people/index.ts'
import { statusOf, type PersonState } from '../people/person.ts'
import { ownRecord } from '../people/why.ts'
import { unitOf } from '../units/index.ts'
import { enabledIfAsked, knownAmong, unitIdOf } from './configure-server.ts'
import type { subsystemsContract } from './contract.ts'
import { closeRequest, give, grantRoom, grantedSeq } from './grant-journal.ts'
import { tellChanged, tellDeclined } from './notices.ts'
import { openRequestOf, requestsOf } from './request-store.ts'

type Verbs = Handlers<typeof subsystemsContract>

export const requests: Verbs['requests'] = async ({ tools, actor, input }) => {
  const page = await requestsOf(tools.db, unitIdOf(actor), input)
  return {
    ...page,
    rows: page.rows.map((row) => ({
      id: row.id, version: row.version, askedAt: row.asked_at.toISOString(), note: row.note,
      subsystem: { id: row.subsystem_id, code: row.code, name: row.subsystem_name, nameEn: row.name_en, about: row.about, aboutEn: row.about_en },
      person: { id: row.person_id, userName: row.user_name, name: row.name, status: statusOf(row.state as PersonState), version: row.person_version },
    })),
  }
}

/** The person is locked before the request, as in 模块配置: two deeds never wait for each other crosswise. */
export const answer: Verbs['answer'] = (call) =>
  deed(call, async (tx) => {
    const { tools, actor, input } = call
    const unitId = unitIdOf(actor)
    const wanted = await openRequestOf(tx, unitId, input.id)
    const found = wanted && (await personForUpdate(tx, tools.keyring, unitId, wanted.personId))
    if (!found) return unseen()
    // Until the person was ours, it may have been taken back, and another one put in its place.
    const asked = await openRequestOf(tx, unitId, input.id)
    if (!asked) return overtaken()
    if (asked.version !== input.version) return overtaken()
    const own = ownRecord(actor, found)
    if (own) return own
    if (!input.grant && input.answer === '') return refuseField('answer', 'subsystems.answer_required')
    const unit = await unitOf(tx, unitId)
    const known = await knownAmong(tx, [asked.subsystemId])
    if (isRefusal(known)) return known
    const subsystem = known.get(asked.subsystemId)
    if (!subsystem) return unseen()
    if (!input.grant) {
      const closed = await closeRequest(tx, tools, call, asked, 'declined', input.answer)
      if (!closed) return overtaken()
      await tellDeclined(tx, tools, unit?.name ?? '', { accountId: found.accountId, subsystem, answer: input.answer, requestId: closed.id, version: closed.version })
      return { id: asked.id, state: 'declined' as const }
    }
    const person = await enabledIfAsked(tx, call, found, input.enable)
    if (isRefusal(person)) return person
    const [grant] = await give(tx, tools, call, unitId, [asked])
    // Somebody opened it meanwhile, which answered the request as well.
    if (!grant) return overtaken()
    await tellChanged(tx, tools, unit?.name ?? '', [{
      accountId: person.accountId, added: [subsystem], ended: [], at: { room: grantRoom, subject: grant.id, seq: grantedSeq },
    }])
    return { id: asked.id, state: 'granted' as const }
  })
