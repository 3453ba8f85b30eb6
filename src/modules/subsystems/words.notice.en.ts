import type { zh } from './words.notice.zh.ts'

export const en: Readonly<Record<keyof typeof zh, string>> = {
  'subsystems.notice.and': ', ',
  'subsystems.notice.no_note': '(no note)',
  'subsystems.notice.opened.subject': 'Opened to you: {added}',
  'subsystems.notice.opened.body': 'Hello,\n\n{unit} has opened {added} to you, with effect at once. Sign in to the platform to enter: {link}',
  'subsystems.notice.ended.subject': 'Closed to you: {ended}',
  'subsystems.notice.ended.body': 'Hello,\n\n{unit} has closed {ended} to you, with effect at once. If you have a question, please contact the administrator of your unit.\n\nWhat is open to you: {link}',
  'subsystems.notice.changed.subject': 'Subsystems changed: {added} opened, {ended} closed',
  'subsystems.notice.changed.body': 'Hello,\n\n{unit} has changed what is open to you, with effect at once.\n\nOpened: {added}\nClosed: {ended}\n\nWhat is open to you: {link}',
  'subsystems.notice.declined.subject': 'Not opened: {name}',
  'subsystems.notice.declined.body': 'Hello,\n\nYou asked for {name}. The answer of {unit}:\n\n{answer}\n\nTo ask again, sign in to the platform: {link}',
  'subsystems.notice.asked.subject': 'Asked for: {subsystem}, by {name}',
  'subsystems.notice.asked.body': 'Hello,\n\n{name} (user name {userName}) of your unit asks for {subsystem}. Note:\n\n{note}\n\nPlease sign in to answer: {link}',
}
