import { newId } from '../../kernel/ids.ts'
import { isRefusal, overtaken, refuse, refuseField, unseen } from '../../kernel/refusal.ts'
import type { Tx } from '../../platform/db/database.ts'
import { deed } from '../../platform/deed.ts'
import { record } from '../../platform/journal.ts'
import type { Call, Handlers } from '../../platform/serve/call.ts'
import { agreementProcedure } from './agreement.ts'
import {
  addAgreement, agreementBefore, agreementById, agreementsForUpdate, allAgreements, changeAgreementState, rewriteAgreement,
  type Agreement,
} from './agreement-store.ts'
import type { portalContract } from './contract.ts'
import { agreementToAccept } from './first-agreement.ts'

const show = (row: Agreement) => ({
  id: row.id, number: row.number, title: row.title, titleEn: row.titleEn, changeNote: row.changeNote, state: row.state,
  inForceAt: row.inForceAt?.toISOString() ?? null, version: row.version, can: agreementProcedure.can(row.state, ['desk']),
})

const tell = (call: Call, tx: Tx, row: Agreement, seq: number, event: string) =>
  record(tx, call.tools.keyring, call, { room: 'portal', subject: row.id, seq, event, body: { number: row.number, title: row.title } })

const hasSameText = (a: Agreement, b: Agreement) =>
  a.title === b.title && a.titleEn === b.titleEn && a.body === b.body && a.bodyEn === b.bodyEn

type AgreementVerbs = 'agreements' | 'agreement' | 'draftAgreement' | 'editAgreement' | 'putAgreementInForce'

export const agreementHandlers: Pick<Handlers<typeof portalContract>, AgreementVerbs> = {
  async agreements({ tools }) {
    await agreementToAccept(tools)
    const rows = await allAgreements(tools.db)
    return { agreements: rows.map(show), mayDraft: !rows.some((row) => row.state === 'draft') }
  },

  async agreement({ input, tools }) {
    const row = await agreementById(tools.db, input.id)
    if (!row) return unseen()
    return { ...show(row), body: row.body, bodyEn: row.bodyEn, before: (await agreementBefore(tools.db, row.number)) ?? null }
  },

  draftAgreement: (call) =>
    deed(call, async (tx) => {
      const open = await agreementsForUpdate(tx)
      if (open.some((row) => row.state === 'draft')) return refuse('portal.draft_exists', { status: 409 })
      const current = open.find((row) => row.state === 'in_force')
      if (!current) return unseen()
      const draft = { ...current, id: newId(), number: current.number + 1, changeNote: '' }
      await addAgreement(tx, draft.id, draft.number, draft)
      await tell(call, tx, draft, 1, 'agreement_drafted')
      return { id: draft.id, version: 1 }
    }),

  editAgreement: (call) =>
    deed(call, async (tx) => {
      const { id: _id, version, ...text } = call.input
      const row = (await agreementsForUpdate(tx)).find(({ id }) => id === call.input.id)
      if (!row) return (await agreementById(tx, call.input.id)) ? overtaken() : unseen()
      if (row.version !== version) return overtaken()
      const step = agreementProcedure.step('edit', row.state, ['desk'])
      if (isRefusal(step)) return step
      await rewriteAgreement(tx, row, { ...text, changeNote: text.changeNote ?? '' })
      await tell(call, tx, { ...row, title: text.title }, row.version + 1, 'agreement_edited')
      return { id: row.id, version: row.version + 1 }
    }),

  putAgreementInForce: (call) =>
    deed(call, async (tx) => {
      const open = await agreementsForUpdate(tx)
      const row = open.find(({ id }) => id === call.input.id)
      if (!row) return (await agreementById(tx, call.input.id)) ? overtaken() : unseen()
      if (row.version !== call.input.version) return overtaken()
      const step = agreementProcedure.step('putInForce', row.state, ['desk'])
      if (isRefusal(step)) return step
      const current = open.find(({ state }) => state === 'in_force')
      if (current && row.changeNote === '') return refuseField('changeNote', 'portal.change_note_required')
      if (current && hasSameText(row, current)) return refuse('portal.unchanged')
      if (current) {
        await changeAgreementState(tx, current, 'replaced')
        await tell(call, tx, current, current.version + 1, 'agreement_replaced')
      }
      await changeAgreementState(tx, row, step.to)
      await tell(call, tx, row, row.version + 1, 'agreement_put_in_force')
      return { id: row.id, version: row.version + 1 }
    }),
}
