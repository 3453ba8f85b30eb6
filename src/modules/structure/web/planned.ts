import { Form } from 'antd'
import { useEffect, useEffectEvent, useRef } from 'react'
import type { z } from 'zod'
import { afterPointer } from '../../../web/after-pointer.ts'
import { ownProblem, type Problem } from '../../../web/problem.ts'
import { useServerForm, type ServerForm } from '../../../web/server-form.ts'
import { useWords } from '../../../web/words.ts'
import { structureContract } from '../contract.ts'
import { besideFields, refusalIn } from './blocked.ts'
import { lookFirst, useLivePlan, type LivePlan } from './live-plan.ts'
import { fieldIn, namedProblems, type TypedPerson } from './named.ts'
import type { Change, Changed } from './shown.ts'
import type { Proposal } from './verbs.ts'

/** A form whose answer is a plan: its fields are checked as those of the deed. */
const planning = <I extends z.ZodType>(input: I) => ({ ...structureContract.simulate, input })

interface Asked<T> {
  initial?: Partial<T>
  /** The change that the typed fields come to, or the word for why there is none. */
  change: (typed: T) => Change | { nothing: string }
  /** The change is known before anything is typed. */
  standing?: Change
  reason?: (typed: T) => string
  /** The fields of the form; `under`: where those of the person stand. */
  names?: readonly string[]
  under?: '' | 'manager.'
  done: (changed: Changed, proposal: Proposal) => void
}

export interface Planned {
  form: ServerForm
  live: LivePlan
  /** On leaving any field. */
  judge: () => void
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

/** Judged by the fields of the deed, accompanied by the simulator (N9), carried out by the button of the form. */
export function usePlannedForm<I extends z.ZodType>(input: I, { initial, change, standing, reason, names = [], under = '', done }: Asked<z.input<I>>): Planned {
  const t = useWords()
  const problemsOf = (values: unknown) => Object.entries(namedProblems(personIn(values, under)))
  const form = useServerForm(planning(input), {
    ...(initial && { initial }),
    // The plan stands beneath the fields, with what has changed in it.
    refused: ({ code }) => code === lookFirst || code === 'structure.changed_meanwhile',
    send: async (typed) => {
      const wrong = problemsOf(typed).map(([name, { code, params }]) => [`${under}${name}`, { code, sentence: t(code, params) }] as const)
      if (wrong.length > 0) return { ok: false, refusal: { ...ownProblem('input.invalid', t('input.invalid'), 422), fields: Object.fromEntries(wrong) } }
      const wanted = change(typed)
      if ('nothing' in wanted) return { ok: false, refusal: ownProblem(wanted.nothing, t(wanted.nothing), 409) }
      const answer = await live.press(wanted, reason?.(typed) ?? '')
      if (answer.ok) return answer.value.blocked.length > 0 ? { ok: false, refusal: refusalIn(answer.value, t, under) } : answer
      return { ok: false, refusal: { ...answer.refusal, fields: fieldsOf(answer.refusal) } }
    },
  })
  const fieldsOf = (refusal: Problem) => Object.fromEntries(Object.entries(refusal.fields).map(([name, found]) => [fieldIn(names, name), found] as const))

  const values: unknown = Form.useWatch([], { form: form.store, preserve: true })
  const complete = (): Change | null => {
    if (!input.safeParse(values).success || problemsOf(values).length > 0) return null
    const wanted = change(values as z.input<I>)
    return 'nothing' in wanted ? null : wanted
  }
  const live = useLivePlan(standing ?? complete(), done, standing && 0)

  const { plan, isCurrent, refusal } = live
  const obstacles: Problem['fields'] = !isCurrent ? {} : plan ? besideFields(plan, t, under) : refusal ? fieldsOf(refusal) : {}
  const told = useRef<readonly string[]>([])
  const tell = useEffectEvent(() => {
    for (const name of told.current) if (!obstacles[name]) form.blame(name, null)
    for (const [name, { sentence }] of Object.entries(obstacles)) form.blame(name, sentence)
    told.current = Object.keys(obstacles)
  })
  // Told once for each plan; `judge` keeps it where a field is left as it was.
  useEffect(() => {
    if (isCurrent) tell()
  }, [plan, refusal, isCurrent])
  return {
    form, live,
    judge: () => afterPointer(() => {
      const typed: unknown = form.store.getFieldsValue(true)
      const found = Object.fromEntries(problemsOf(typed))
      for (const name of ['name', 'document'] as const) {
        const problem = found[name]
        if (textAt(typed, `${under}${name}`)) form.judge(`${under}${name}`, problem ? t(problem.code, problem.params) : null)
      }
      for (const [name, { sentence }] of Object.entries(obstacles)) form.blame(name, sentence)
      live.flush()
    }),
  }
}
