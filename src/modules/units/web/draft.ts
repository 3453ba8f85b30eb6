import { drafts } from '../../../web/drafts.ts'

export const draftPrefix = 'units.draft.'

/** Public facts of a unit (P0): these alone are kept in the browser until they are saved (D23). */
const keepable = [
  'name', 'creditCode', 'creditCodeByHand', 'legalNature', 'legalType', 'legalRepresentative', 'authorityId',
  'registeredDistrict', 'registeredAddress', 'locatedDistrict', 'locatedAddress',
] as const
export type DraftValues = Partial<Record<(typeof keepable)[number], string | boolean>>

/** The code of a sole trader (92...) leads to a person and is personal: it is typed again. */
const isPersonal = (name: string, value: string | boolean) => name === 'creditCode' && typeof value === 'string' && /^\s*9\s*2/.test(value.normalize('NFKC'))

export const { keep: keepDraft, of: draftOf, forget: forgetDraft, forgetOthers: forgetOtherDrafts } = drafts(draftPrefix, keepable, isPersonal)
