import type { z } from 'zod'
import { afterPointer } from '../../../web/after-pointer.ts'
import { ownProblem } from '../../../web/problem.ts'
import { useServerForm, type ServerForm } from '../../../web/server-form.ts'
import { useWords } from '../../../web/words.ts'
import { structureContract } from '../contract.ts'
import { refusalIn } from './blocked.ts'
import type { Flow } from './flow.ts'
import { fieldIn, namedProblems, type TypedPerson } from './named.ts'
import type { Change } from './shown.ts'

/** A form whose answer is a plan: its fields are checked as those of the deed. */
const planning = <I extends z.ZodType>(input: I) => ({ ...structureContract.simulate, input })

interface Planned<T> {
  initial: Partial<T>
  /** The change that the typed fields come to, or the word for why there is none. */
  change: (typed: T) => Change | { nothing: string }
  /** The fields of the form; `under`: where those of the person stand. */
  names: readonly string[]
  under: '' | 'manager.'
}

const textAt = (values: unknown, path: string): string => {
  const found = path.split('.').reduce<unknown>((at, part) => (typeof at === 'object' && at !== null ? (at as Record<string, unknown>)[part] : undefined), values)
  return typeof found === 'string' ? found : ''
}

/** What several fields of one person show together. */
const personIn = (values: unknown, under: string): TypedPerson => ({
  name: textAt(values, `${under}name`), phone: textAt(values, `${under}phone`),
  documentType: textAt(values, `${under}documentType`) || 'ID', document: textAt(values, `${under}document`),
})

/** Judged by the fields of the deed, answered by the simulator (N9): the plan then stands in place of the form. */
export function usePlannedForm<I extends z.ZodType>(input: I, flow: Flow, { initial, change, names, under }: Planned<z.input<I>>): ServerForm & { judge: () => void } {
  const t = useWords()
  const problemsOf = (values: unknown) => Object.entries(namedProblems(personIn(values, under)))
  const form = useServerForm(planning(input), {
    initial,
    send: async (typed) => {
      const wrong = problemsOf(typed).map(([name, { code, params }]) => [`${under}${name}`, { code, sentence: t(code, params) }] as const)
      if (wrong.length > 0) return { ok: false, refusal: { ...ownProblem('input.invalid', t('input.invalid'), 422), fields: Object.fromEntries(wrong) } }
      const wanted = change(typed)
      if ('nothing' in wanted) return { ok: false, refusal: ownProblem(wanted.nothing, t(wanted.nothing), 409) }
      const answer = await flow.propose(wanted)
      if (answer.ok) return answer.value.blocked.length > 0 ? { ok: false, refusal: refusalIn(answer.value, t, under) } : answer
      const fields = Object.entries(answer.refusal.fields).map(([name, found]) => [fieldIn(names, name), found] as const)
      return { ok: false, refusal: { ...answer.refusal, fields: Object.fromEntries(fields) } }
    },
  })
  return {
    ...form,
    judge: () => afterPointer(() => {
      const values: unknown = form.store.getFieldsValue(true)
      const found = Object.fromEntries(problemsOf(values))
      for (const name of ['name', 'document'] as const) {
        const problem = found[name]
        if (textAt(values, `${under}${name}`)) form.blame(`${under}${name}`, problem ? t(problem.code, problem.params) : null)
      }
    }),
  }
}
