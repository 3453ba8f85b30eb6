import { isDocumentType, saysBirth } from '../../../codes/identity-document.ts'
import { draftFields, plainFields, typedDocument, derivedFrom, missingOf, reviewedFields, isAskedOfCitizens, type Draft, type DraftField, type Plain, type PlainField, type ReviewedField } from '../fields.ts'
import type { Mine } from './shown.ts'

const typedReviewed = ['documentType', 'document', 'unitId', 'secondaryUnitId', 'education', 'degree', 'title', 'position'] as const
type TypedReviewed = (typeof typedReviewed)[number]

/** Who belongs to no secondary unit (直属人员, D2): a choice of its own, so that nobody leaves the field empty unseen. */
export const direct = 'none'

/** The form 维护个人信息 as it stands: texts, whatever they are. */
export interface Typed {
  plain: Partial<Record<PlainField, string | null>>
  reviewed: Partial<Record<TypedReviewed, string | null>>
}

const text = (value: string | null | undefined): string => value?.trim() ?? ''
const placeOf = (secondaryUnitId: string | null | undefined): string => (secondaryUnitId === direct ? '' : text(secondaryUnitId))
const isPlain = (name: DraftField): name is PlainField => (plainFields as readonly string[]).includes(name)

/** The version that the form begins with: what was sent back or withdrawn is corrected, else what is in force is changed. */
const begunWith = (mine: Mine) => mine.latest ?? mine.approved

/** What the form shows when it is opened: the draft where there is one, above what is in force. */
export function opened(mine: Mine): Typed {
  const from = begunWith(mine)
  const typed: Typed = {
    plain: { ...mine.values, ...mine.derived },
    reviewed: {
      documentType: mine.document?.type ?? 'ID', document: '', unitId: from?.unit.id ?? mine.employer?.id ?? null,
      secondaryUnitId: from ? (from.secondaryUnit?.id ?? direct) : (mine.secondaryUnit?.id ?? null),
      education: from?.education ?? null, degree: from?.degree ?? null, title: from?.title ?? null, position: from?.position ?? '',
    },
  }
  return mine.draft ? withDraft(typed, mine.draft.fields) : typed
}

export function withDraft(typed: Typed, draft: Draft): Typed {
  const merged: Typed = { plain: { ...typed.plain }, reviewed: { ...typed.reviewed } }
  for (const name of draftFields) {
    const value = draft[name]
    if (value === undefined) continue
    if (isPlain(name)) merged.plain[name] = value
    else merged.reviewed[name] = value
  }
  return merged
}

/** Everything typed, to be kept as the draft (1.4.4). */
export const draftOf = ({ plain, reviewed }: Typed): Draft =>
  Object.fromEntries(draftFields.map((name) => [name, (isPlain(name) ? plain[name] : reviewed[name]) ?? null]))

/** S2-64: which of the six reviewed fields differ from what is in force; all of them where nothing is. */
export function changedReviewed(approved: Mine['approved'], { reviewed }: Typed): ReviewedField[] {
  if (!approved) return [...reviewedFields]
  const differs: Record<ReviewedField, boolean> = {
    // Without a number the one that the platform holds stands.
    document: text(reviewed.document) !== '',
    unit: text(reviewed.unitId) !== approved.unit.id || placeOf(reviewed.secondaryUnitId) !== (approved.secondaryUnit?.id ?? ''),
    education: text(reviewed.education) !== approved.education,
    degree: text(reviewed.degree) !== (approved.degree ?? ''),
    title: text(reviewed.title) !== approved.title,
    position: text(reviewed.position) !== approved.position,
  }
  return reviewedFields.filter((name) => differs[name])
}

export const changedPlain = (values: Mine['values'], { plain }: Typed): PlainField[] =>
  plainFields.filter((name) => text(plain[name]) !== text(values[name]))

/** E42: sex and birth date by the number that is typed now, else by the one that the platform holds. */
export function derivedNow(mine: Pick<Mine, 'derived'>, { reviewed }: Typed): Mine['derived'] {
  const document = typedDocument({ documentType: reviewed.documentType ?? null, document: reviewed.document ?? null })
  if (text(reviewed.document) === '') return mine.derived
  return document && 'number' in document ? derivedFrom(document) : null
}

/** E42: whether sex and birth date are the number's to say, also while it is not yet there or wrong: they are never typed beside it. */
export function isDerived(mine: Pick<Mine, 'derived' | 'document'>, typed: Typed): boolean {
  const { documentType, document } = typed.reviewed
  if (mine.document && text(document) === '') return mine.derived !== null
  return Boolean(documentType && isDocumentType(documentType) && saysBirth(documentType))
}

/** S2-62, S2-75: what is not there and must be, before anything is submitted; what the number says is missed at the number. */
export function missingFields(mine: Pick<Mine, 'derived' | 'document'>, typed: Typed, mustChoose: boolean): ('reviewed.document' | 'reviewed.secondaryUnitId' | `plain.${PlainField}`)[] {
  const { plain, reviewed } = sentOf(mine, typed)
  const asked = Object.keys(missingOf(Object.fromEntries(plainFields.map((name) => [name, text(plain[name]) || null])) as Plain)) as PlainField[]
  const derived: readonly PlainField[] = isDerived(mine, typed) ? ['sex', 'birthDate'] : []
  return [
    ...asked.filter((name) => !derived.includes(name)).map((name) => `plain.${name}` as const),
    ...(!mine.document && !('document' in reviewed) ? ['reviewed.document' as const] : []),
    ...(mustChoose && !typed.reviewed.secondaryUnitId ? ['reviewed.secondaryUnitId' as const] : []),
  ]
}

/** What is sent: nothing that is not asked of this reader, no kind of document without its number. */
export function sentOf(mine: Pick<Mine, 'derived'>, typed: Typed): Typed {
  const isCitizen = isAskedOfCitizens(typed.plain.nationality ?? null)
  const { documentType, document, ...rest } = typed.reviewed
  const reviewed = { ...rest, secondaryUnitId: placeOf(rest.secondaryUnitId) || null }
  return {
    plain: { ...typed.plain, ...derivedNow(mine, typed), ...(isCitizen ? {} : { ethnicGroup: null, politicalStatus: null }) },
    reviewed: text(document) === '' ? reviewed : { ...reviewed, documentType, document },
  }
}
