import { en as notice } from './words.notice.en.ts'
import { en as page } from './words.page.en.ts'
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

  'people.event.registered': 'Registered',
  'people.event.adopted': 'Taken over from the older system',
  'people.event.enabled': 'Enabled',
  'people.event.disabled': 'Disabled',
  'people.event.refused': 'Not one of the unit',
  'people.event.released': 'Released from the unit',
  'people.event.chosen': 'Unit chosen',
  'people.event.reminded': 'Unit administrator reminded',
  'people.event.password_reset': 'Password reset',
  'people.event.contact_revealed': 'Contact data of a person viewed',
  'people.event.document_revealed': 'Document number of a person viewed',

  'people.registration_closed': 'Registration of people is not open at present; please watch the announcements.',
  'people.unit.choose': 'Please choose a managing unit that is active.',
  'people.unit.same': 'This is your managing unit already; please choose another.',
  'people.document_vouched': 'Another unit has confirmed this document number as that of one of its people, so it cannot be enabled a second time. The person should ask that unit to release them first; if they know nothing of it, please contact technical support.',
  'people.document_vouched.here': 'Your unit has enabled “{userName}” with the same document number already. Please keep one of the accounts and release the others.',
  'people.remind.wait': 'One reminder in 24 hours; please try again after {time}.',
  'people.remind.nobody': 'This unit has no administrator account that could act at present. Please contact the unit, or technical support.',
  'people.no_mailbox': 'This person has no mailbox on record, so no link can be sent. The person should contact technical support.',

  ...page,
  ...notice,
}
