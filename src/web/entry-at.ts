/** The entry of a menu under which a page stands: the longest path that leads to it; null if none does. */
export function entryAt(pathname: string, paths: readonly string[]): string | null {
  const above = paths.filter((path) => pathname === path || pathname.startsWith(`${path}/`))
  return above.toSorted((a, b) => b.length - a.length)[0] ?? null
}
