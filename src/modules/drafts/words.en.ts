import type { zh } from './words.zh.ts'
import { notices } from './words.notice.en.ts'
import { page } from './words.page.en.ts'

export const en: Record<keyof typeof zh, string> = {
  'drafts.months': 'Enter months between 0 and 120, with at most one decimal',

  'drafts.locked': 'The application was submitted and is under way; it cannot be changed. Withdraw it first.',
  'drafts.not_marked': 'This item was not returned and cannot be changed. Only what was marked can.',
  'drafts.frozen.disabled': 'Your unit has disabled your account. The draft is kept and can be read, but not changed for now. Ask your unit.',
  'drafts.frozen.unit': 'The unit is not in force at present. The draft is kept and can be read, but not changed for now.',
  'drafts.frozen.module': 'Project management is not open to you at present. The draft is kept and can be read, but not changed for now. Ask your unit.',
  'drafts.field_unknown': 'The form has no such item; the call may have been updated. Reload the page and try again.',
  'drafts.picture_unknown': 'The text shows a picture that does not belong here. Remove it and upload it again.',

  'drafts.member.not_asked': 'The form of this call asks for no members.',
  'drafts.member.yourself': 'This is your own number. The leader is not listed among the members.',
  'drafts.member.again': 'This person is on the list already.',
  'drafts.member.most': 'A project has at most {most} members.',
  'drafts.member.too_many': 'At most {most} invitations can be sent within 24 hours. Please invite again later.',
  'drafts.invitation.under_way': 'The application was submitted and is under way: it is too late to answer or to leave. Ask its leader.',
  'drafts.invitation.answered': 'This invitation was answered already. Reload to see its state.',

  'drafts.file.most': 'At most {most} files can stand here. Remove one that is not needed first.',
  'drafts.picture.most': 'This text shows at most {most} pictures. Remove one that is not needed first.',
  'drafts.file.space': 'At most {files} files and {megabytes} MB are kept of one application, with those removed within 30 days.',

  'drafts.data.drafts': 'Applications being written',
  'drafts.data.invitations': 'Invitations to projects',
  'drafts.data.call': 'Call',
  'drafts.data.answer': 'Answer',
  'drafts.data.file': 'Uploaded file',
  'drafts.data.task': 'Task',
  'drafts.data.leader': 'Project leader',
  'drafts.data.state.invited': 'To be confirmed by the person',
  'drafts.data.state.confirmed': 'Confirmed',
  'drafts.data.state.declined': 'Declined',
  'drafts.data.state.withdrawn': 'Taken off the list',
  'drafts.data.state.open': 'Open',
  'drafts.data.state.marked': 'Only what was returned is open',
  'drafts.data.state.locked': 'Under way',

  'drafts.event.member_invited': 'Invited a member',
  'drafts.event.member_changed': 'Changed the task of a member',
  'drafts.event.member_removed': 'Took a member off the list',
  'drafts.event.members_ordered': 'Put the members in order',
  'drafts.event.member_confirmed': 'Confirmed to take part in a project',
  'drafts.event.member_declined': 'Declined to take part in a project',
  'drafts.event.member_left': 'Left a project',
  'drafts.event.file_attached': 'Uploaded a file',
  'drafts.event.file_removed': 'Removed a file',
  'drafts.event.file_clean': 'A file passed the virus check',
  'drafts.event.file_refused': 'A file did not pass the virus check',
  'drafts.event.copied': 'Took answers over from another application',

  ...notices,
  ...page,
  'drafts.todo.invitations': 'Invitations to take part in a project',
  'drafts.todo.invitations.next': 'Confirm or decline',
}
