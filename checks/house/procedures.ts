import type { Step } from '../../src/kernel/process.ts'
import { roomOf } from './arrows.ts'
import { isTest, readTree } from './tree.ts'

/** A table of steps that some room exports. */
export interface NamedProcedure {
  /** `registration` of `registrationProcedure`. */
  noun: string
  room: string
  file: string
  steps: readonly Step<string, string, string>[]
}

const isProcedure = (value: unknown): value is { steps: NamedProcedure['steps'] } =>
  typeof value === 'object' && value !== null && Array.isArray((value as { steps?: unknown }).steps) && typeof (value as { can?: unknown }).can === 'function'

/** Every procedure of every room, found by looking; nobody keeps a list. */
export async function allProcedures(): Promise<NamedProcedure[]> {
  const found: NamedProcedure[] = []
  for (const [file, text] of readTree('src/modules')) {
    if (isTest(file) || !file.endsWith('.ts') || !/\bprocedure\(/.test(text)) continue
    const exported = (await import(/* @vite-ignore */ `../../${file}`)) as Record<string, unknown>
    for (const [name, value] of Object.entries(exported)) {
      if (isProcedure(value)) found.push({ noun: name.replace(/Procedure$/, ''), room: roomOf(file) ?? '', file, steps: value.steps })
    }
  }
  return found
}

export const statesOf = ({ steps }: Pick<NamedProcedure, 'steps'>): string[] => [...new Set(steps.flatMap((step) => [...step.from, step.to]))]
export const verbsOf = ({ steps }: Pick<NamedProcedure, 'steps'>): string[] => [...new Set(steps.map((step) => step.verb))]
export const rolesOf = ({ steps }: Pick<NamedProcedure, 'steps'>): string[] => [...new Set(steps.flatMap((step) => step.by))]

const snake = (name: string) => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)

/** Words begin with the room's name, folders are written with hyphens: `unit-profiles` says `unitProfiles.`. */
export const wordsOf = (folder: string): string => folder.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase())

/** The word of a state: `units.state.draft`, `units.status.active`, `portal.agreement_state.in_force`. */
export const stateWord = (keys: Iterable<string>, { room, noun }: Place, state: string): string | null =>
  best(keys, noun, new RegExp(`^${wordsOf(room)}\\.([\\w.]+\\.)?(\\w+_)?(state|status)\\.${snake(state)}$`))

/** The word of a verb: `units.verb.submit`, `portal.desk.put_in_force`. */
export const verbWord = (keys: Iterable<string>, { room, noun }: Place, verb: string): string | null =>
  best(keys, noun, new RegExp(`^${wordsOf(room)}\\.([\\w.]+\\.)?(${verb}|${snake(verb)})$`))

/** The word of an event, as timelines and the change log show it: `units.event.submitted`. */
export const eventWord = (keys: Iterable<string>, room: string, event: string): string | null =>
  best(keys, '', new RegExp(`^${wordsOf(room)}\\.([\\w.]+\\.)?event\\.${event}$`))

type Place = Pick<NamedProcedure, 'room' | 'noun'>

/** Of several keys that fit, the one that names the noun, else the plain list of verbs, else the shortest. */
function best(keys: Iterable<string>, noun: string, pattern: RegExp): string | null {
  const fitting = [...keys].filter((key) => pattern.test(key))
  const worth = (key: string) => (noun && key.includes(noun) ? 2000 : 0) + (/\.verb\./.test(key) ? 1000 : 0) - key.length
  return fitting.sort((a, b) => worth(b) - worth(a))[0] ?? null
}

/** States and verbs that nobody could name to a person. What the platform alone does needs no button. */
export function wordlessSteps(procedures: readonly NamedProcedure[], keys: ReadonlySet<string>): string[] {
  return procedures.flatMap((procedure) => {
    const { room, noun, steps } = procedure
    const shown = verbsOf(procedure).filter((verb) => steps.some((step) => step.verb === verb && step.by.some((role) => role !== 'platform')))
    return [
      ...statesOf(procedure).filter((state) => !stateWord(keys, procedure, state)).map((state) => `${room} ${noun}: the state ${state} has no words`),
      ...shown.filter((verb) => !verbWord(keys, procedure, verb)).map((verb) => `${room} ${noun}: the verb ${verb} has no words`),
    ]
  })
}
