import type { noticeZh } from './words.notice.zh.ts'

export const noticeEn: Record<keyof typeof noticeZh, string> = {
  'unitProfiles.notice.entered.subject': 'Bank account entered: {unit}',
  'unitProfiles.notice.entered.body': 'Hello,\n\n{by} entered the bank account of {unit} at {time}: {bank}, {number}. It is in use from now on.\n\nIf this was not done by your unit, please sign in and check: {link}',
  'unitProfiles.notice.proposed.subject': 'A change of the bank account waits to be confirmed: {unit}',
  'unitProfiles.notice.proposed.body': 'Hello,\n\n{by} submitted a change of the bank account of {unit} at {time}: {bank}, {number}. It takes effect once {names} confirms it; until then the old account stays in use.\n\nPlease sign in, check it and decide: {link}',
  'unitProfiles.notice.proposed_alone.subject': 'A change of the bank account waits to be confirmed: {unit}',
  'unitProfiles.notice.proposed_alone.body': 'Hello,\n\n{by} submitted a change of the bank account of {unit} at {time}: {bank}, {number}. The unit has no authorised person: the change takes effect once the unit account verifies its identity; until then the old account stays in use.\n\nPlease sign in to decide; if this was not you, change your password at once: {link}',
  'unitProfiles.notice.confirmed.subject': 'The bank account was changed: {unit}',
  'unitProfiles.notice.confirmed.body': 'Hello,\n\n{by} confirmed the change of the bank account of {unit} at {time}. Now in use: {bank}, {number}. The old account is no longer used.\n\nIf this was not done by your unit, please sign in, check it and contact the support: {link}',
  'unitProfiles.notice.refused.subject': 'The change of the bank account was declined: {unit}',
  'unitProfiles.notice.refused.body': 'Hello,\n\n{by} declined the change of the bank account of {unit} at {time} ({bank}, {number}). The old account stays in use. Reason:\n\n{note}\n\nInformation of the unit: {link}',
  'unitProfiles.notice.withdrawn.subject': 'The change of the bank account was withdrawn: {unit}',
  'unitProfiles.notice.withdrawn.body': 'Hello,\n\n{by} withdrew the change of the bank account of {unit} at {time} ({bank}, {number}). The old account stays in use.\n\nInformation of the unit: {link}',
}
