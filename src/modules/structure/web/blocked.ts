import type { Translate } from '../../../kernel/words.ts'
import { ownProblem, type Problem } from '../../../web/problem.ts'
import type { Plan } from './shown.ts'

/** The field that an obstacle concerns: who holds the other post is known by his number (S2-32). */
const fieldOf = (code: string, under: string): string | null =>
  code.startsWith('structure.name.') ? 'name' : code.startsWith('structure.exclusive') || code === 'structure.own_unit_account' ? `${under}document` : null

/** What stands beside a field of the form. */
export function besideFields({ blocked }: Pick<Plan, 'blocked'>, t: Translate, under = ''): Problem['fields'] {
  return Object.fromEntries(blocked.flatMap(({ code, params }) => {
    const field = fieldOf(code, under)
    return field ? [[field, { code, sentence: t(code, params) }] as const] : []
  }))
}

/** What concerns no field of the form. */
export const besideNoField = ({ blocked }: Pick<Plan, 'blocked'>): Plan['blocked'] => blocked.filter(({ code }) => fieldOf(code, '') === null)

/** What stands in the way of a plan, as a form tells it: beside its fields, or else on top. */
export function refusalIn({ blocked }: Pick<Plan, 'blocked'>, t: Translate, under = ''): Problem {
  const others = besideNoField({ blocked }).map(({ code, params }) => t(code, params))
  const [first] = blocked
  return others.length > 0
    ? ownProblem(first?.code ?? 'input.invalid', others.join(' '), 409)
    : { ...ownProblem(first?.code ?? 'input.invalid', t('input.invalid'), 409), fields: besideFields({ blocked }, t, under) }
}
