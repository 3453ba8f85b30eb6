import { callDocument, type CallDocument, type Level, type Window } from '../document.ts'
import { problem, type Problem } from './problem.ts'

const parts = callDocument.pick({ chain: true, windows: true }).partial()

/** What is wrong with the windows, the chain, the limits and who may apply, as far as they are written. */
export function callProblems(raw: unknown): Problem[] {
  const { success, data } = parts.loose().safeParse(raw)
  const limits = callDocument.pick({ limits: true }).loose().safeParse(raw)
  const eligibility = callDocument.pick({ eligibility: true }).loose().safeParse(raw)
  return [
    ...(success && data.windows ? windowProblems(data.windows, data.chain) : []),
    ...(limits.success ? limitProblems(limits.data.limits) : []),
    ...(eligibility.success ? eligibilityProblems(eligibility.data.eligibility) : []),
  ]
}

const time = (at: string) => Date.parse(at)

/** A level closes no earlier than the one below it, or what arrives last could not be decided. */
function windowProblems(windows: CallDocument['windows'], chain: CallDocument['chain'] | undefined): Problem[] {
  const found: Problem[] = []
  const order: [Level, Window | undefined][] = [
    ['leader', windows.leader], ['department', chain?.department === false ? undefined : windows.department], ['unit', windows.unit],
    ['authority', chain?.authority ? windows.authority : undefined], ['bureau', windows.bureau],
  ]
  if (chain?.authority && !windows.authority) found.push(problem(['windows', 'authority'], 'calls.problem.authority_window'))
  let below: Window | null = null
  for (const [level, window] of order) {
    if (!window) continue
    if (time(window.opensAt) >= time(window.closesAt)) found.push(problem(['windows', level, 'closesAt'], 'calls.problem.window_order'))
    if (below && time(window.closesAt) < time(below.closesAt)) found.push(problem(['windows', level, 'closesAt'], 'calls.problem.closes_before'))
    if (below && time(window.opensAt) < time(windows.leader.opensAt)) found.push(problem(['windows', level, 'opensAt'], 'calls.problem.opens_before'))
    below = window
  }
  return found
}

function limitProblems(limits: CallDocument['limits']): Problem[] {
  return limits.flatMap((limit, index) =>
    limits.findIndex(({ family, role }) => family === limit.family && role === limit.role) < index ? [problem(['limits', index], 'calls.problem.limit_twice')] : [])
}

function eligibilityProblems(rules: CallDocument['eligibility']): Problem[] {
  return rules.flatMap((rule, index) =>
    rules.findIndex((other) => other.kind === rule.kind) < index ? [problem(['eligibility', index], 'calls.problem.eligibility_twice')] : [])
}
