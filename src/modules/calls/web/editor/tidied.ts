import { at, isTree, put, type Tree } from './tree.ts'

/** Windows that nobody sees on the page must not keep a call from being published: those of levels that the chain does not have, and what is left of emptied ones. */
export function tidied(document: Tree): Tree {
  let next = document
  if (at(next, ['chain', 'authority']) !== true) next = put(next, ['windows', 'authority'], undefined)
  // The document always names a window of the department; where there is none it is that of the leader and means nothing.
  if (at(next, ['chain', 'department']) === false) next = put(next, ['windows', 'department'], at(next, ['windows', 'leader']))
  const bureau = at(next, ['windows', 'bureau'])
  return isTree(bureau) && Object.keys(bureau).length === 0 ? put(next, ['windows', 'bureau'], undefined) : next
}
