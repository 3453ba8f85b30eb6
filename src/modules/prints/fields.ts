/** In the store: files of this room alone. */
export const drawer = 'prints'
export const mostBytes = 100 * 1_048_576
/** What somebody may have made of his drafts within an hour; the same content is made once. */
export const mostDraftsPerHour = 20
export const mostAttempts = 3
/** A process that died while it made one holds it back for as long. */
export const leaseSeconds = 150
/** Prints of drafts go after a day: they are made anew. */
export const draftDays = 1

export const printStates = ['waiting', 'made', 'failed'] as const
export type PrintState = (typeof printStates)[number]
