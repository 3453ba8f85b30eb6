const key = 'structure.read_ends'
const most = 50

/** The ends of posts that were read on this machine; ids alone, which say nothing to others. */
export function readIds(storage: Pick<Storage, 'getItem'>): readonly string[] {
  try {
    const kept: unknown = JSON.parse(storage.getItem(key) ?? '[]')
    return Array.isArray(kept) ? kept.filter((id) => typeof id === 'string') : []
  } catch {
    return []
  }
}

/** One more was read; the oldest are forgotten. */
export function withId(storage: Pick<Storage, 'getItem' | 'setItem'>, id: string): readonly string[] {
  const ids = [...readIds(storage).filter((one) => one !== id), id].slice(-most)
  storage.setItem(key, JSON.stringify(ids))
  return ids
}
