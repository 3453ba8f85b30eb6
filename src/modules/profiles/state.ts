/** 1.4.4, S2-52: of the line of a person in the review list of a unit. `withdrawn` is shown to nobody, `left` has gone to another unit (E40). */
export const reviewStates = ['pending', 'approved', 'refused', 'withdrawn', 'left'] as const
export type ReviewState = (typeof reviewStates)[number]

/** 待审核, 审核已通过, 审核不通过 (S2-52): what the list shows; `left` is shown where it is asked for. */
export const shownStates = ['pending', 'approved', 'refused'] as const satisfies readonly ReviewState[]
export type ShownState = (typeof shownStates)[number]
export const filterStates = [...shownStates, 'left'] as const satisfies readonly ReviewState[]
export type FilterState = (typeof filterStates)[number]

/** S2-63: the badge beside 基本信息: of the last version submitted; none before the first. */
export const badges = ['none', 'pending', 'approved', 'refused'] as const
export type Badge = (typeof badges)[number]

/** What became of one of many (E47). */
export const batchOutcomes = ['done', 'not_found', 'decided', 'stale', 'own_review', 'at_secondary_unit', 'document_taken'] as const
export type BatchOutcome = (typeof batchOutcomes)[number]
