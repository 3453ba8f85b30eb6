import type { notices as zh } from './words.notice.zh.ts'

export const notices: Record<keyof typeof zh, string> = {
  'drafts.notice.invited.subject': '{leader} invites you to a project',
  'drafts.notice.invited.body': '{leader} named you as a member in an application to "{call}". You are not listed unless you confirm it yourself. Please answer under "Invitations to projects".',
  'drafts.notice.invited.sms': '{leader} invites you to an application to "{call}". Please sign in and answer under "Invitations to projects": {link} If you know nothing of it, decline or ignore it: nobody is listed unconfirmed.',
  'drafts.notice.confirmed.subject': '{member} takes part in your project',
  'drafts.notice.confirmed.body': '{member} has confirmed in the own account to take part in your application to "{call}".',
  'drafts.notice.declined.subject': '{member} does not take part in your project',
  'drafts.notice.declined.body': 'Dear {name},\n{member} does not take part in your application to "{call}" and is not listed. See the members: {link}',
  'drafts.notice.left.subject': '{member} has left your project',
  'drafts.notice.left.body': 'Dear {name},\n{member} has left your application to "{call}" and is no longer listed. See the members: {link}',
  'drafts.notice.removed.subject': 'You are no longer a member of a project',
  'drafts.notice.removed.body': '{leader} took you off the list of members of an application to "{call}". It no longer counts among your projects.',
  'drafts.notice.file_refused.subject': 'The file "{file}" did not pass the virus check',
  'drafts.notice.file_refused.body': 'Dear {name},\nThe file "{file}" that you uploaded did not pass the virus check and was refused; it is not part of the application. Please upload another one: {link}',
  'drafts.notice.file_unchecked.subject': 'The file "{file}" is larger than the virus check takes',
  'drafts.notice.file_unchecked.body': 'Dear {name},\nThe file "{file}" that you uploaded is larger than the virus check takes and was not accepted; it is not part of the application. Please make it smaller or split it, and upload it again: {link}',
}
