import type { zh } from './words.zh.ts'

export const en: Record<keyof typeof zh, string> = {
  'desk.title': 'To do',
  'desk.lead': 'What waits for you; what closes first stands first.',
  'desk.lead.n': '{n} {n:thing waits|things wait} for you; what closes first stands first.',
  'desk.empty': 'Nothing to do at present',
  'desk.empty.lead': 'What waits for you appears here, and you are told by a message.',
  'desk.column.since': 'Oldest since',
  'desk.column.until': 'Until',
  'desk.past': 'closed',
  'desk.soon': '{left} left',
  'desk.more': 'more than {n}',
  'desk.days': '{n} {n:day|days}',
  'desk.hours': '{n} {n:hour|hours}',
  'desk.minutes': '{n} {n:minute|minutes}',
  'desk.all': 'Everything ({n})',
  'desk.notice.draft.subject': 'Not submitted yet, closes {closes}: {call}',
  'desk.notice.draft.body': 'Your application “{title}” in “{call}” has not been submitted. Submission closes at {closes}, Beijing time by the clock of the platform. Please complete and submit it: {link}',
  'desk.notice.returned.subject': 'Returned application not submitted again, closes {closes}: {call}',
  'desk.notice.returned.body': 'Your application “{title}” in “{call}” was returned and has not been submitted again. It closes at {closes}. Please correct what was marked and submit it: {link}',
  'desk.notice.desk.subject': '{desk}: {n} {n:application|applications} to decide, closes {closes}: {call}',
  'desk.notice.desk.body': '{n} {n:application|applications} of “{call}” still {n:waits|wait} at {desk}. The time for decisions ends at {closes}: {link}',
}
