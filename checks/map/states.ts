import type { WordTable } from '../../src/kernel/words.ts'
import { rolesOf, stateWord, statesOf, verbWord, verbsOf, type NamedProcedure } from '../house/procedures.ts'
import { code, page, table } from './text.ts'

type Said = Record<'zh' | 'en', WordTable>

/** `待审核 submitted`: the words of a state, and its name in the code. */
const stateSaid = (said: Said, procedure: NamedProcedure, state: string): string =>
  `${said.zh[stateWord(Object.keys(said.zh), procedure, state) ?? ''] ?? ''} ${code(state)}`.trim()
const verbSaid = (said: Said, procedure: NamedProcedure, verb: string): string =>
  `${said.zh[verbWord(Object.keys(said.zh), procedure, verb) ?? ''] ?? ''} ${code(verb)}`.trim()

const heading = ({ room, noun, file }: NamedProcedure): string => `## ${room}: ${noun}\n\n${code(file)}`

/** States of every procedure, as a diagram and as a table of steps. */
export function statesPage(procedures: readonly NamedProcedure[], said: Said): string {
  return page('States and steps 状态与流转', ...procedures.flatMap((procedure) => {
    const { steps } = procedure
    const entered = new Set(steps.flatMap((step) => (step.from.includes(step.to) ? [] : [step.to])))
    const first = statesOf(procedure).filter((state) => steps.some((step) => step.from.includes(state)) && (!entered.has(state) || statesOf(procedure)[0] === state))
    const words = (kind: 'state' | 'verb', name: string) => said.zh[(kind === 'state' ? stateWord : verbWord)(Object.keys(said.zh), procedure, name) ?? ''] ?? name
    const lines = [
      'stateDiagram-v2',
      ...statesOf(procedure).map((state) => `  ${state}: ${words('state', state)} (${state})`),
      ...first.map((state) => `  [*] --> ${state}`),
      ...steps.flatMap((step) => step.from.map((from) => `  ${from} --> ${step.to}: ${words('verb', step.verb)} · ${step.by.join(', ')}`)),
    ]
    return [
      heading(procedure),
      ['```mermaid', ...lines, '```'].join('\n'),
      table(['verb', 'from', 'to', 'by', 'reason'], steps.map((step) => [
        verbSaid(said, procedure, step.verb), step.from.map((from) => stateSaid(said, procedure, from)).join(', '), stateSaid(said, procedure, step.to),
        step.by.map(code).join(', '), step.reason ?? '',
      ])),
    ]
  }))
}

/** Who may lead which verb in which state: role by state, the verbs in the cells. */
export function mayPage(procedures: readonly NamedProcedure[], said: Said): string {
  return page(
    'Who may what 谁可以办理什么',
    'What a role of a procedure may do in each state; a role is the part that somebody plays towards one row (the room\'s `rolesOf`). An empty cell: nothing. Whoever plays no role does not even see the row.',
    ...procedures.flatMap((procedure) => [
      heading(procedure),
      table(['role', ...statesOf(procedure).map((state) => stateSaid(said, procedure, state))], rolesOf(procedure).map((role) => [
        code(role),
        ...statesOf(procedure).map((state) => verbsOf(procedure)
          .filter((verb) => procedure.steps.some((step) => step.verb === verb && step.from.includes(state) && step.by.includes(role)))
          .map((verb) => verbSaid(said, procedure, verb)).join(', ')),
      ])),
    ]),
  )
}
