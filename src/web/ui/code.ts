/** Digits and letters of a code without what people put between them, in half-width capitals: what is sent and compared. */
export const bareCode = (typed: string): string => typed.normalize('NFKC').replace(/[\s\-‐-―\u200b]/g, '').toUpperCase()

/** In groups, as it is read aloud: `91120000 ...` by [2, 6, 9, 1]; what is longer than the groups stays in the last. */
export function grouped(code: string, groups: readonly number[]): string {
  const parts: string[] = []
  let at = 0
  groups.forEach((size, i) => {
    const end = i === groups.length - 1 ? code.length : at + size
    if (at < code.length) parts.push(code.slice(at, end))
    at = end
  })
  return parts.join(' ')
}
