import { refuse, overtaken, type Refusal } from './refusal.ts'

/**
 * A procedure is a table of steps: who may lead what from where to where (house.md, law 3). A second procedure is a
 * second table in its own room; this file only knows how to read one.
 */
export interface Step<State extends string, Verb extends string, Role extends string> {
  verb: Verb
  from: readonly State[]
  to: State
  /** The part the actor plays towards this row (applicant, desk ...), computed by the room's `rolesOf`. */
  by: readonly Role[]
  /** Whether the verb must say why. */
  reason?: 'required'
}

export interface Procedure<State extends string, Verb extends string, Role extends string> {
  steps: readonly Step<State, Verb, Role>[]
  /** The verbs open to these roles in this state: `can` of every row that goes to a browser. */
  can(state: State, roles: readonly Role[]): Verb[]
  /** The step, or why not: 404-like silence is the store's task, so a wrong role here is `not_yours`. */
  step(verb: Verb, state: State, roles: readonly Role[]): Step<State, Verb, Role> | Refusal
}

export function procedure<const State extends string, const Verb extends string, const Role extends string>(
  steps: readonly Step<State, Verb, Role>[],
): Procedure<State, Verb, Role> {
  const open = (step: Step<State, Verb, Role>, state: State, roles: readonly Role[]) =>
    step.from.includes(state) && step.by.some((role) => roles.includes(role))
  return {
    steps,
    can: (state, roles) => [...new Set(steps.filter((s) => open(s, state, roles)).map((s) => s.verb))],
    step(verb, state, roles) {
      const mine = steps.filter((s) => s.verb === verb && s.by.some((role) => roles.includes(role)))
      if (mine.length === 0) return refuse('not_yours', { status: 403 })
      return mine.find((s) => s.from.includes(state)) ?? overtaken()
    },
  }
}
