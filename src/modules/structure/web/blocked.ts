import type { Translate } from '../../../kernel/words.ts'
import { ownProblem, type Problem } from '../../../web/problem.ts'
import type { Plan } from './shown.ts'

/** The field that an obstacle concerns: who holds the other post is known by his number (S2-32). */
const fieldOf = (code: string, under: string): string | null =>
  code.startsWith('structure.name.') ? 'name' : code.startsWith('structure.exclusive') || code === 'structure.own_unit_account' ? `${under}document` : null

/** What stands in the way of a plan, as a form tells it: beside its fields, or else on top. */
export function refusalIn({ blocked }: Pick<Plan, 'blocked'>, t: Translate, under = ''): Problem {
  const fields: Problem['fields'] = {}
  const others: string[] = []
  for (const { code, params } of blocked) {
    const field = fieldOf(code, under)
    if (field) fields[field] = { code, sentence: t(code, params) }
    else others.push(t(code, params))
  }
  const [first] = blocked
  return others.length > 0
    ? ownProblem(first?.code ?? 'input.invalid', others.join(' '), 409)
    : { ...ownProblem(first?.code ?? 'input.invalid', t('input.invalid'), 409), fields }
}
