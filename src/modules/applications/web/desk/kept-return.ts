import { drafts } from '../../../../web/drafts.ts'
import { isReturning, type Returning } from './marks.ts'

const kept = drafts('application-return-', ['text'] as const)

/** A half-written return stays in this window until it is sent; at sign-out the shell forgets it (D23). */
export const keepReturn = (id: string, revision: number, returning: Returning): void => kept.keep(sessionStorage, `${id}.${revision}`, { text: JSON.stringify(returning) })
export const forgetReturn = (id: string, revision: number): void => kept.forget(sessionStorage, `${id}.${revision}`)

export function keptReturn(id: string, revision: number): Returning | null {
  const text = kept.of(sessionStorage, `${id}.${revision}`)?.text
  try {
    const found: unknown = typeof text === 'string' ? JSON.parse(text) : null
    return isReturning(found) ? found : null
  } catch {
    return null
  }
}
