import { isRefusal, refuse, refuseField, unseen, type Refusal } from '../../kernel/refusal.ts'
import { happened } from '../../platform/consequences.ts'
import type { Tx } from '../../platform/db/database.ts'
import type { Call } from '../../platform/serve/call.ts'
import { activeUnitForShare, unitOf } from '../units/index.ts'
import { vouchedWith } from './duplicate-store.ts'
import { tellPerson, tellUnitOfLeaving } from './notices.ts'
import { happen } from './person-journal.ts'
import { isBound, type Document } from './person.ts'
import { takePlace } from './place-store.ts'
import { anyForUpdate } from './support-store.ts'

/**
 * S2-71: a unit approves the personal information of somebody, and thereby binds him to itself: enabled, vouched for, with
 * the document that it reviewed, which takes the place of the one known before. Nothing happens where he is that already.
 * Whom this unit disabled stays disabled: an approval of facts is not that switch (D10). From another unit he leaves as by
 * 改选单位 (`people.left`; that unit is told). Locks the person's row. Refuses with `people.unit.choose` where the unit is
 * not active, and with `people.document_vouched` (of the own unit: `.here`) where another account is vouched for with
 * this document; `one_vouched_person_per_document` has the last word.
 */
export async function joinByApproval(
  tx: Tx, call: Pick<Call, 'actor' | 'request' | 'tools'>, { personId, unitId, document }: { personId: string; unitId: string; document: Document },
): Promise<void | Refusal> {
  const { tools } = call
  const p = await anyForUpdate(tx, tools.keyring, personId)
  if (!p) return unseen()
  if (isBound(p, unitId, document)) return
  const unit = await activeUnitForShare(tx, unitId)
  if (!unit) return refuseField('unitId', 'people.unit.choose')
  const other = await vouchedWith(tx, tools.keyring, document)
  if (other && other.personId !== p.id) {
    return other.unitId === unitId
      ? refuse('people.document_vouched.here', { status: 409, params: { userName: other.userName } })
      : refuse('people.document_vouched', { status: 409 })
  }
  const leaves = p.unitId !== null && p.unitId !== unitId ? await unitOf(tx, p.unitId) : null
  const place = p.unitId === unitId && p.place !== null ? p.place : await takePlace(tx, unitId)
  const after = await happen(tx, tools, call, p, p.id, {
    event: 'bound', at: tools.clock.now().toISOString(), who: { document }, unitId, place, before: p.unitId,
  })
  if (isRefusal(after)) return after
  if (leaves) {
    const refusal = await happened(tx, call, 'people.left', { subject: p.id })
    if (isRefusal(refusal)) return refusal
    await tellUnitOfLeaving(tx, tools, p, after, leaves)
  }
  // Who was enabled here already hears of the approval alone, from whoever approved.
  if (after.state !== p.state || after.unitId !== p.unitId) await tellPerson(tx, tools, after, 'enabled', { unit: unit.name })
}
