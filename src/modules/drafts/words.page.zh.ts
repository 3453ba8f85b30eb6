/** What the pages of filling in say. */
export const page = {} as const
