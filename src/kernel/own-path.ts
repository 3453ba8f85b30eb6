/** `/own/path` or null: a link back never leads to another host. A browser drops tabs and takes `\` for `/`. */
export function ownPath(path: string | null | undefined): string | null {
  if (!path || path.length > 500 || !/^\/(?![/\\])/.test(path) || /[\p{Cc}\\]/u.test(path)) return null
  return path
}

/** A path as a header may hold it: what is not printable ASCII travels encoded, what is encoded stays as it is. */
export const headerPath = (path: string): string => path.toWellFormed().replace(/[^\x21-\x7e]+/g, encodeURIComponent)
