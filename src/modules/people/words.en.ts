import { en as notice } from './words.notice.en.ts'
import { en as page } from './words.page.en.ts'
import { en as support } from './words.support.en.ts'
import type { zh } from './words.zh.ts'

export const en: Record<keyof typeof zh, string> = {
  'people.state.new': 'Waiting to be confirmed',
  'people.state.enabled': 'Enabled',
  'people.state.disabled': 'Disabled',
  'people.state.refused': 'Refused',
  'people.state.released': 'Released',
  'people.status.enabled': 'Enabled',
  'people.status.disabled': 'Disabled',

  'people.verb.enable': 'Enable',
  'people.verb.disable': 'Disable',
  'people.verb.refuse': 'Not one of ours',
  'people.verb.release': 'Release from the unit',
  'people.verb.choose': 'Choose another unit',
  'people.verb.remind': 'Remind the unit administrator',
  'people.verb.resetPassword': 'Reset password',
  'people.verb.correct': 'Correct name or document',
  'people.verb.liftVouching': 'Lift the confirmation',

  'people.event.registered': 'Registered',
  'people.event.adopted': 'Taken over from the older system',
  'people.event.enabled': 'Enabled',
  'people.event.disabled': 'Disabled',
  'people.event.refused': 'Not one of the unit',
  'people.event.released': 'Released from the unit',
  'people.event.chosen': 'Unit chosen',
  'people.event.corrected': 'Name or document corrected',
  'people.event.reminded': 'Unit administrator reminded',
  'people.event.password_reset': 'Password reset',
  'people.event.contact_revealed': 'Contact data of a person viewed',
  'people.event.document_revealed': 'Document number of a person viewed',
  'people.event.person_looked_for': 'Support looked for a person',
  'people.reason.unit_dissolved': 'The unit is dissolved',

  'people.registration_closed': 'Registration of people is not open at present; please watch the announcements.',
  'people.unit.choose': 'Please choose a managing unit that is active.',
  'people.unit.same': 'This is your managing unit already; please choose another.',
  'people.document_vouched': 'Another unit has confirmed this document number as that of one of its people, so it cannot be enabled a second time. The person should ask that unit to release them first; if they know nothing of it, please contact technical support.',
  'people.document_vouched.here': 'Your unit has enabled “{userName}” with the same document number already. Please keep one of the accounts and release the others.',
  'people.choose.wait': 'A unit can be chosen {n} times in 24 hours; please try again after {time}.',
  'people.remind.wait': 'One reminder in 24 hours; please try again after {time}.',
  'people.remind.nobody': 'This unit has no administrator account that could act at present. Please contact the unit, or technical support.',
  'people.no_mailbox': 'This person has no mailbox on record, so no link can be sent. The person should contact technical support.',
  'people.account_disabled': 'The platform has disabled the account of this person, so the unit cannot reset its password. The person should contact technical support.',
  'people.look.limit': 'You may look {n} times in 24 hours, and have. Please look again later; if you need more, contact technical support.',
  'people.last4': 'Please type the last four characters of the document number',
  'people.own': 'Your own record is not yours to change; another member of the support does it.',
  'people.correct.nothing': 'Name and document are the same as before; there is nothing to correct.',

  ...page,
  ...notice,
  ...support,
}
