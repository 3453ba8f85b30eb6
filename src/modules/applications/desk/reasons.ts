/**
 * 退回原因 and 不予受理原因 as codes in flat lists, in the order in which the desk offers them (keys 1 to 9). Words
 * `applications.reason.<code>` and `applications.refusal.<code>`.
 */
export const returnReasons = [
  'incomplete', 'contradictory', 'unclear', 'budget', 'members', 'attachment_missing', 'attachment_unreadable', 'signature_missing', 'other',
] as const
export type ReturnReason = (typeof returnReasons)[number]

export const refusalReasons = ['not_eligible', 'limit', 'scope', 'duplicate', 'untrue', 'not_corrected', 'other'] as const
export type RefusalReason = (typeof refusalReasons)[number]
