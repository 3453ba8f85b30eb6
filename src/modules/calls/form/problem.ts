/** Something that is wrong in the document of a call: where, as a path in it, and the word that says it. */
export interface Problem {
  place: (string | number)[]
  code: string
  params: Record<string, string | number>
}

export const problem = (place: (string | number)[], code: string, params: Problem['params'] = {}): Problem => ({ place, code, params })
