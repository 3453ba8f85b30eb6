import type { zh } from './words.notice.zh.ts'

export const en: Record<keyof typeof zh, string> = {
  'profiles.notice.approved.subject': 'Your personal information is approved',
  'profiles.notice.approved.body': 'Dear {name},\n\n{by} approved the personal information that you submitted. It is in force from today.\n\nSign in to read it: {link}',
  'profiles.notice.approved.sms': '{by} approved the personal information that you submitted.',
  'profiles.notice.refused.subject': 'Your personal information was not approved',
  'profiles.notice.refused.body': 'Dear {name},\n\n{by} did not approve the personal information that you submitted. The reason:\n\n{note}\n\nPlease sign in, correct it and submit it again. What was approved before stays in force: {link}',
  'profiles.notice.refused.sms': '{by} did not approve your personal information. Please sign in for the reason.',
  'profiles.notice.moved.subject': 'Your personal information is now reviewed by {desk}',
  'profiles.notice.moved.body': 'Dear {name},\n\nYour unit changed its structure: what you submitted is now reviewed by {desk}. Its time of submission stays, and nothing has to be submitted again.\n\nSee where it stands: {link}',
  'profiles.notice.ended.subject': 'The review of your personal information by {unit} has ended',
  'profiles.notice.ended.body': 'Dear {name},\n\nYou no longer belong to {unit}, or that unit is dissolved, so what you submitted to it is not reviewed any more.\n\nPlease sign in, choose the unit where you work now and submit it again: {link}',
  'profiles.notice.waiting.subject': 'Personal information waits for review: {name}',
  'profiles.notice.waiting.body': '{name} submitted personal information, to be reviewed by “{desk}”. Please sign in: {link}\n\nThere is one such mail an hour at most; others who submit meanwhile are in the list.',
  'profiles.notice.nobody.subject': 'Nobody reviews personal information: {name} ({desk})',
  'profiles.notice.nobody.body': '{name} submitted personal information, to be reviewed by the secondary unit “{desk}”, which has no manager at present. Please appoint one, or decide for it, stating why: {link}\n\nThere is one such mail an hour at most; others who submit meanwhile are in the list.',
  'profiles.notice.exported.subject': 'The list is ready: {n} {n:person|people}',
  'profiles.notice.exported.body': 'The list of personal information that you asked for is ready, with {n} {n:person|people}. Please fetch it before {until}; it is deleted then: {link}',
}
