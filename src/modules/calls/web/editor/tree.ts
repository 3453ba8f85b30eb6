/** Where something stands in a document that is being written: names of properties and places in lists. */
export type Path = readonly (string | number)[]
export type Tree = Record<string, unknown>

export const isTree = (value: unknown): value is Tree => typeof value === 'object' && value !== null && !Array.isArray(value)

/** What stands there; undefined where nothing does. */
export function at(tree: unknown, path: Path): unknown {
  return path.reduce<unknown>((here, step) => (Array.isArray(here) ? here[Number(step)] : isTree(here) ? here[step] : undefined), tree)
}

export const listAt = (tree: unknown, path: Path): unknown[] => {
  const list = at(tree, path)
  return Array.isArray(list) ? list : []
}
export const textAt = (tree: unknown, path: Path): string => {
  const text = at(tree, path)
  return typeof text === 'string' ? text : ''
}

/** The tree with something else there; undefined takes a property out. What is not touched stays the same object. */
export function put<T>(tree: T, path: Path, value: unknown): T
export function put(tree: unknown, path: Path, value: unknown): unknown {
  const [step, ...rest] = path
  if (step === undefined) return value
  if (typeof step === 'number') {
    const list: unknown[] = Array.isArray(tree) ? [...tree] : []
    list[step] = put(list[step], rest, value)
    return list
  }
  const { [step]: before, ...others } = isTree(tree) ? tree : {}
  const after = put(before, rest, value)
  if (after === undefined) return others
  // Its place among the properties stays.
  return isTree(tree) && step in tree ? Object.fromEntries(Object.entries(tree).map(([name, one]) => [name, name === step ? after : one])) : { ...others, [step]: after }
}

export const added = <T>(tree: T, path: Path, item: unknown): T => put(tree, path, [...listAt(tree, path), item])
export const removed = <T>(tree: T, path: Path, index: number): T => put(tree, path, listAt(tree, path).filter((_, place) => place !== index))

/** An item of a list one place up or down, or wherever. */
export function moved<T>(tree: T, path: Path, from: number, to: number): T {
  const list = [...listAt(tree, path)]
  if (to < 0 || to >= list.length || from < 0 || from >= list.length) return tree
  list.splice(to, 0, ...list.splice(from, 1))
  return put(tree, path, list)
}

/** What an input or a place in the summary is called on the page. */
export const nameOf = (path: Path): string => path.join('.')
