import { en as claim } from './words.claim.en.ts'
import { en as desk } from './words.desk.en.ts'
import { en as handover } from './words.handover.en.ts'
import { en as notice } from './words.notice.en.ts'
import type { zh } from './words.zh.ts'

/** As `zh`. */
export const en: Record<keyof typeof zh, string> = {
  'recovery.state.submitted': 'To be verified',
  'recovery.state.objected': 'Objection raised',
  'recovery.state.verified': 'To be confirmed',
  'recovery.state.answered': 'User name told',
  'recovery.state.refused': 'Not accepted',
  'recovery.state.handed_over': 'Handed over',
  'recovery.state.withdrawn': 'Withdrawn',

  'recovery.verb.withdraw': 'Withdraw',
  'recovery.verb.object': 'Object',
  'recovery.verb.overrule': 'Overrule the objection',
  'recovery.verb.answer': 'Tell the user name',
  'recovery.verb.verify': 'Verified, propose hand-over',
  'recovery.verb.refuse': 'Do not accept',
  'recovery.verb.confirm': 'Confirm and hand over',
  'recovery.verb.send_back': 'Send back',

  'recovery.event.opened': 'Claim made',
  'recovery.event.objected': 'The present administrator objected',
  'recovery.event.overruled': 'Objection overruled',
  'recovery.event.answered': 'Verified; user name told',
  'recovery.event.verified': 'Verified; hand-over proposed',
  'recovery.event.sent_back': 'Sent back by the second officer',
  'recovery.event.refused': 'Not accepted',
  'recovery.event.handed_over': 'Confirmed; account handed over',
  'recovery.event.withdrawn': 'Withdrawn by the claimant',
  'recovery.event.erased': 'Personal data and evidence deleted as due',
  'recovery.event.evidence_opened': 'Evidence downloaded',
  'recovery.event.account_looked_for': 'Account looked for',
  'recovery.event.account_looked_at': 'Account looked at',
  'recovery.event.contact_revealed': 'Contact data shown',
  'recovery.event.handover_begun': 'Hand-over begun',
  'recovery.event.item_confirmed': 'Hand-over item confirmed',
  'recovery.event.note_added': 'Hand-over note added',
  'recovery.event.note_changed': 'Hand-over note changed',
  'recovery.event.note_removed': 'Hand-over note removed',

  'recovery.cause.forgotten': 'The administrator forgot user name and password, and the registered mailbox is out of reach',
  'recovery.cause.left': 'The administrator has left or cannot be reached',
  'recovery.cause.other': 'Something else',

  'recovery.check.name': 'Unit name agrees',
  'recovery.check.code': 'Unified social credit code agrees',
  'recovery.check.representative': 'Legal representative agrees',
  'recovery.check.seal': 'Colour scan of the original, or a copy with a clear official seal',

  'recovery.reason.unreadable': 'The evidence cannot be read clearly',
  'recovery.reason.no_seal': 'Neither a colour scan of the original nor a sealed copy',
  'recovery.reason.not_this_unit': 'The evidence does not belong to this unit',
  'recovery.reason.out_of_date': 'The licence is invalid or not the latest one',
  'recovery.reason.objection': 'The objection of the present administrator holds',
  'recovery.reason.other': 'Another reason',

  'recovery.unit.choose': 'Look up the unit by its full name or unified social credit code, and choose an active unit',
  'recovery.text_length': '{min} to {max} characters are needed',
  'recovery.explanation_required': 'Please say what happened',
  'recovery.evidence_missing': 'Please upload a scan of the licence; if you did, upload it once more',
  'recovery.too_many': 'Too much was sent within the last hour; please try again later',
  'recovery.already_open': 'A claim for this unit from this mailbox is being handled; follow it by the link in the mail',
  'recovery.link_unknown': 'The link is not valid, or the data of this claim were deleted as due',
  'recovery.number.format': 'A case number has 9 digits; please check it',
  'recovery.no_keeper': 'The unit has no usable account at present, so no user name can be told; verify and propose a hand-over',
  'recovery.keeper_disabled': 'The unit’s account is disabled and cannot receive a link; verify and propose a hand-over',
  'recovery.compare_first': 'Compare item by item: unit name, credit code and seal (or colour original) must agree before a hand-over is proposed',
  'recovery.unit_not_active': 'The unit is suspended or dissolved; its account cannot be handed over',
  'recovery.keeper_changed': 'The unit’s account has changed hands since it was verified; send the case back to be verified again',
  'recovery.taken': 'The wished user name, mailbox or phone now belongs to another account, so nothing can be handed over. Send the case back; support will ask the claimant to apply again with another one',
  'recovery.two_officers': 'Whoever verified a case cannot confirm it; another officer has to',
  'recovery.day_of_month': 'The month has no such day; please check month and day',
  'recovery.too_many_notes': 'At most {max} hand-over notes are kept; tidy up the existing ones first',

  ...claim,
  ...desk,
  ...handover,
  ...notice,
}
