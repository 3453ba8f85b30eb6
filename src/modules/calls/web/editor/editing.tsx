import { createContext, use, useCallback, useDeferredValue, useMemo, useState } from 'react'
import type { Problem } from '../../form/problem.ts'
import { documentProblems } from '../../form/problems.ts'
import { isWithin, type Chosen, type Part } from './places.ts'
import { tidied } from './tidied.ts'
import { nameOf, put, type Path, type Tree } from './tree.ts'

/** The call that is being written, and how to write on it; every input of the editor reads it from here. */
export interface Editing {
  document: Tree
  /** Windows that are in force move by a deed of their own. */
  inForce: ReadonlySet<string>
  isClosed: boolean
  set: (path: Path, value: unknown) => void
  /** A step that can be taken back: something was added, moved or deleted. `what` says which. */
  step: (next: Tree, what: string) => void
  undo: { what: string; act: () => void } | null
  leave: (path: Path) => void
  problems: readonly Problem[]
  /** What is to be said at a place: things that are only missing are said once it was left, or all of them asked for. */
  saidAt: (path: Path) => Problem | undefined
  isWrong: (path: Path) => boolean
  /** Whether everything that is missing is said, and a way to ask for it. */
  isAsked: boolean
  askAll: () => void
  chosen: Chosen | null
  choose: (chosen: Chosen | null) => void
  part: Part
  go: (part: Part) => void
}

const EditingContext = createContext<Editing | null>(null)
export const EditingProvider = EditingContext.Provider

export function useEditing(): Editing {
  const editing = use(EditingContext)
  if (!editing) throw new Error('an input outside of the editor of calls')
  return editing
}

/** The state of the editor over a document; `windows` are those in force, which stand over what the draft says of them. */
export function useEditingState({ initial, windows, isClosed, part, go }: {
  initial: Tree
  windows: Readonly<Partial<Record<string, { opensAt: string; closesAt: string }>>>
  isClosed: boolean
  part: Part
  go: (part: Part) => void
}): Editing & { replace: (document: Tree) => void; rest: () => void } {
  const [document, setDocument] = useState(initial)
  const [before, setBefore] = useState<{ document: Tree; what: string } | null>(null)
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set())
  const [isAsked, setAsked] = useState(false)
  const [chosen, choose] = useState<Chosen | null>({ tab: 0 })
  const settled = useDeferredValue(document)
  const problems = useMemo(() => {
    const present = Object.entries(windows).filter(([, window]) => window !== undefined)
    return documentProblems(present.reduce((tree, [level, window]) => put(tree, ['windows', level], window), settled))
  }, [settled, windows])
  const inForce = useMemo(() => new Set(Object.keys(windows)), [windows])
  const set = useCallback((path: Path, value: unknown) => {
    setBefore(null)
    setDocument((now) => tidied(put(now, path, value)))
  }, [])
  const isSaid = (one: Problem) => isAsked || one.code !== 'calls.problem.missing' || left.has(nameOf(one.place))
  return {
    document, inForce, isClosed, set, problems, isAsked, chosen, choose, part, go,
    step: (next, what) => (setBefore({ document, what }), setDocument(next)),
    undo: before && { what: before.what, act: () => (setDocument(before.document), setBefore(null)) },
    leave: (path) => setLeft((now) => (now.has(nameOf(path)) ? now : new Set(now).add(nameOf(path)))),
    saidAt: (path) => problems.find((one) => nameOf(one.place) === nameOf(path) && isSaid(one)),
    isWrong: (path) => problems.some((one) => isWithin(one.place, path) && isSaid(one)),
    askAll: () => setAsked(true),
    /** Nothing more is asked for: it was published. */
    rest: () => (setAsked(false), setBefore(null)),
    replace: (next) => (setDocument(next), setBefore(null)),
  }
}
