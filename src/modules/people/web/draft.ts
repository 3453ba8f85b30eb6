import { drafts } from '../../../web/drafts.ts'

/**
 * D23: of 填报用户注册 only these stay in this window until it was sent. Passwords and the document number never, and
 * mailbox and phone not either: they are proven by a code, and what is proven does not outlive the page.
 */
const keepable = ['userName', 'name', 'documentType', 'unitId', 'unitName', 'unitCode'] as const

export const registrationDrafts = drafts('people.draft.', keepable)
