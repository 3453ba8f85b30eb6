import { drafts } from '../../../web/drafts.ts'

export const draftPrefix = 'unitProfiles.draft.'

/** D23: public facts of a unit (P0) stay in the browser until they are saved; contact, document and bank account never do. */
const keepable = [
  'postalAddress', 'postCode', 'registeredOn', 'registeredCapital', 'paidInCapital', 'registrationType', 'unitNature', 'functionalZone', 'industry', 'keywords',
] as const

export const { keep: keepDraft, of: draftOf, forget: forgetDraft } = drafts(draftPrefix, keepable)
