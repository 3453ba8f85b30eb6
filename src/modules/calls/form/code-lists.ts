/** Code lists of the platform that a field of the kind `code` may ask for, by their ids (codes/code-lists.ts). */
export const formCodeLists = ['discipline', 'district', 'industry', 'title', 'degree', 'education'] as const
export type FormCodeList = (typeof formCodeLists)[number]
