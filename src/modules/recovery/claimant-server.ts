import { randomInt } from 'node:crypto'
import { addMinutes } from '../../kernel/clock.ts'
import { newId } from '../../kernel/ids.ts'
import { isRefusal, overtaken, refuse, refuseField } from '../../kernel/refusal.ts'
import { deed } from '../../platform/deed.ts'
import type { Db, Tx } from '../../platform/db/database.ts'
import { eventsOf } from '../../platform/journal.ts'
import { digest, token } from '../../platform/secrets.ts'
import type { Handlers } from '../../platform/serve/call.ts'
import type { Tools } from '../../platform/tools.ts'
import { spendContact } from '../accounts/index.ts'
import { caseRoom, happenToCase, openCase } from './case-journal.ts'
import { waitOf } from './case-reach.ts'
import { caseById, caseForUpdate, caseIdOfToken, numberIsFree, openedBy, usualDays } from './case-store.ts'
import type { recoveryContract } from './contract.ts'
import { bindEvidence, lastUnderProof } from './evidence-store.ts'
import { unitFactOf } from './facts-store.ts'
import { planFor, takenFields } from './hand-over-plan.ts'
import { tellClaimant, tellKeeper, tellSupport } from './notices.ts'
import { caseNumber } from './number.ts'
import { holderOf, isOpen, recoveryCaseProcedure, type RecoveryCase } from './recovery-case.ts'

type Verbs = Handlers<typeof recoveryContract>

/** Cases that one network address may open in an hour: an office may stand behind it. */
const perCallerAndHour = 10

const unknownLink = () => refuse('recovery.link_unknown', { status: 404 })

async function freeNumber(tx: Tx): Promise<string> {
  for (;;) {
    const number = caseNumber(randomInt(100_000_000))
    if (await numberIsFree(tx, number)) return number
  }
}

/** S1-10, E12: somebody without an account claims one by evidence. D14: nothing is said of the account that is claimed. */
export const open: Verbs['open'] = async (call) => {
  const { input, tools, request } = call
  if (input.cause === 'other' && !input.explanation) return refuseField('explanation', 'recovery.explanation_required')
  return deed(call, async (tx) => {
    const now = tools.clock.now()
    const requester = tools.keyring.blind(request.address, 'recovery.requester')
    if ((await openedBy(tx, requester, addMinutes(now, -60))) >= perCallerAndHour) return refuse('recovery.too_many', { status: 429 })
    const unit = await unitFactOf(tx, input.unitId)
    if (unit?.status !== 'active') return refuseField('unitId', 'recovery.unit.choose')
    const scan = await lastUnderProof(tx, input.mailProofId)
    if (!scan) return refuseField('evidence', 'recovery.evidence_missing')
    const contact = await spendContact(tx, tools, input)
    if (isRefusal(contact)) return contact
    // What is taken is told only now, since both codes came back (D14). Who forgot may still be told his user name, whatever is his.
    const claimant = { name: input.name, ...contact, userName: input.userName, explanation: input.explanation }
    const { taken } = await planFor(tx, tools, { unitId: unit.id, cause: input.cause, claimant })
    const stops = taken.filter((name) => input.cause !== 'forgotten' || name === 'userName')
    if (stops.length > 0) return refuse('input.invalid', { status: 409, fields: takenFields(stops, { mail: 'mailProofId', phone: 'phoneProofId' }) })
    const id = newId(now.getTime())
    const secret = token()
    const opened = await openCase(tx, tools, { actor: null, request }, id, {
      event: 'opened', at: now.toISOString(), number: await freeNumber(tx), unitId: unit.id, cause: input.cause, lang: request.lang, evidenceId: scan.id,
      claimant,
    }, { token: secret, tokenDigest: digest(secret), requester })
    await bindEvidence(tx, scan.id, id)
    await tellClaimant(tx, tools, opened, 'opened')
    await tellKeeper(tx, tools, opened, 'claimed')
    await tellSupport(tx, tools, opened, 'opened')
    return { number: opened.number }
  })
}

/** What a claimant is told: officers appear as 技术支持, never by name. */
const shown = ['opened', 'objected', 'overruled', 'verified', 'sent_back', 'answered', 'refused', 'handed_over', 'withdrawn']
const reasonShown = ['refused', 'overruled']

async function show(db: Db, tools: Tools, c: RecoveryCase) {
  const unit = await unitFactOf(db, c.unitId)
  const events = await eventsOf(db, tools.keyring, caseRoom, c.id)
  const holder = holderOf(c.state)
  const { plan } = isOpen(c.state) ? await planFor(db, tools, c) : { plan: { course: c.course } }
  return {
    number: c.number, state: c.state, version: c.version, unit: unit?.name ?? '', creditCode: unit?.credit_code ?? '', cause: c.cause,
    name: c.claimant?.name ?? '', userName: c.claimant?.userName ?? '', openedAt: c.openedAt.toISOString(), closedAt: c.closedAt?.toISOString() ?? null,
    isOverruled: c.isOverruled, course: plan.course,
    // Whether the present keeper uses his account is told only where the evidence was found good (D14).
    objectionUntil: (c.state === 'verified' && (await waitOf(db, tools, c))?.toISOString()) || null,
    reasonCode: c.reasonCode, note: c.state === 'refused' ? c.note : null,
    waiting: holder && { with: holder, since: c.stateSince.toISOString(), usualDays: await usualDays(db) },
    can: recoveryCaseProcedure.can(c.state, ['claimant']),
    timeline: events.filter((e) => shown.includes(e.event)).map((e) => ({
      event: e.event, at: e.at.toISOString(), by: null, reason: reasonShown.includes(e.event) && typeof e.private?.note === 'string' ? e.private.note : null,
    })),
  }
}

/** The link itself is the key: 256 bits, of which the database knows the digest. */
export const follow: Verbs['follow'] = async ({ tools, input }) => {
  const id = await caseIdOfToken(tools.db, digest(input.token))
  const c = id && (await caseById(tools.db, tools.keyring, id))
  return c ? show(tools.db, tools, c) : unknownLink()
}

export const withdraw: Verbs['withdraw'] = (call) =>
  deed(call, async (tx) => {
    const { tools, input, request } = call
    const id = await caseIdOfToken(tx, digest(input.token))
    const c = id && (await caseForUpdate(tx, tools.keyring, id))
    if (!c) return unknownLink()
    const step = recoveryCaseProcedure.step('withdraw', c.state, ['claimant'])
    if (isRefusal(step)) return step
    if (c.version !== input.version) return overtaken()
    const withdrawn = await happenToCase(tx, tools, { actor: null, request }, c, { event: 'withdrawn', at: tools.clock.now().toISOString() })
    if (isRefusal(withdrawn)) return withdrawn
    await tellClaimant(tx, tools, withdrawn, 'withdrawn')
    await tellKeeper(tx, tools, withdrawn, 'closed')
    return show(tx, tools, withdrawn)
  })
