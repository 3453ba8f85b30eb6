/** The part of a link behind `?`, kept plain: texts only, no JSON, nothing empty. */
export type Search = Record<string, string>

export const readSearch = (text: string): Search =>
  Object.fromEntries([...new URLSearchParams(text)].filter(([, value]) => value !== ''))

export function writeSearch(search: Record<string, unknown>): string {
  const query = new URLSearchParams()
  for (const [name, value] of Object.entries(search)) {
    if (typeof value === 'string' ? value !== '' : typeof value === 'number' || typeof value === 'boolean') query.set(name, String(value))
  }
  const text = query.toString()
  return text && `?${text}`
}
