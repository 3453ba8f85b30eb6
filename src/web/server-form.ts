import { Form, type FormInstance } from 'antd'
import { createContext, useContext, useEffect, useRef, useState } from 'react'
import type { AskOf, OutputOf, Verb } from '../kernel/contract.ts'
import { afterPointer } from './after-pointer.ts'
import { useDeed } from './ask.ts'
import type { Answer, Problem } from './client.ts'
import { useHeld } from './held.ts'
import { schemaAt, sentencesOf } from './issues.ts'
import { useWords } from './words.ts'

/** A form that fills one verb's input; made by `useServerForm`, drawn by `<ServerForm>` and the fields of ui/form.tsx. */
export interface ServerForm {
  store: FormInstance
  errors: Readonly<Record<string, string>>
  warnings: Readonly<Record<string, string>>
  /** A refusal that concerns no field of the form. */
  refusal: Problem | null
  busy: boolean
  /** Something was typed since it was opened or last accepted. */
  dirty: boolean
  /** Counts the failed tries, so that the summary is focused each time. */
  failures: number
  /** Of the fields that are drawn, by name. */
  labels: Map<string, string>
  initial: Record<string, unknown> | undefined
  /** On leaving a field. */
  leave: (name: string) => void
  touch: (name: string) => void
  warn: (name: string, sentence: string | null) => void
  /** Shows a sentence beside a field (a finding of the page's own). */
  blame: (name: string, sentence: string | null) => void
  /** What the page finds when a field is left. Finding nothing, it takes away its own only: what the server said stands until something is typed. */
  judge: (name: string, sentence: string | null) => void
  submit: () => Promise<boolean>
}

export interface ServerFormOptions<V extends Verb> {
  /** Held as it is when the form is opened, together with `fixed` (held.ts). */
  initial?: Partial<AskOf<V>>
  /** Parts of the input that nobody types: id, version. */
  fixed?: Partial<AskOf<V>>
  /** Another key takes `initial` and `fixed` anew: the version that a saved form goes on with. */
  key?: string | number
  /** After the server accepted. */
  done?: (value: OutputOf<V>) => void | Promise<void>
  /** Other ways to say no (overtaken, say): return true when the page shows it itself. */
  refused?: (refusal: Problem) => boolean
  /** Last change before sending: codes without blanks, say. */
  shape?: (typed: Record<string, unknown>) => Record<string, unknown>
  /** What the page finds beside the schema when the form is sent, by field: everything that is missing is said at once. */
  also?: (typed: Record<string, unknown>) => Record<string, string>
  /** In place of asking the verb: for steps that send several things. */
  send?: (input: AskOf<V>) => Promise<Answer<OutputOf<V>>>
}

const pathOf = (name: string): string[] => name.split('.')
const without = (all: Readonly<Record<string, string>>, name: string) => {
  const { [name]: _gone, ...rest } = all
  return rest
}
const isEmpty = (value: unknown) => value === undefined || value === null || value === '' || (Array.isArray(value) && value.length === 0)

/**
 * The contract's schema checks a field when it is left and the whole when it is sent; the server's answer stands beside
 * its fields. Enter sends; nothing typed is ever lost.
 */
export function useServerForm<V extends Verb>(verb: V, options: ServerFormOptions<V> = {}): ServerForm {
  const t = useWords()
  const [store] = Form.useForm()
  const opened = useHeld({ initial: options.initial, fixed: options.fixed }, options.key)
  const deed = useDeed(verb)
  const [errors, setErrors] = useState<Record<string, string>>({})
  const [warnings, setWarnings] = useState<Record<string, string>>({})
  const [refusal, setRefusal] = useState<Problem | null>(null)
  const [failures, setFailures] = useState(0)
  const [dirty, setDirty] = useState(false)
  const [busy, setBusy] = useState(false)
  const touched = useRef(new Set<string>())
  /** Fields that were found wrong as they stand: leaving one without a change (for the summary, say) says nothing new. */
  const judged = useRef(new Set<string>())
  const typedSince = useRef(false)
  const sending = useRef(false)
  const [labels] = useState(() => new Map<string, string>())

  const check = (name: string): string | null => {
    const schema = schemaAt(verb.input, pathOf(name))
    const result = schema?.safeParse(store.getFieldValue(pathOf(name)))
    return !result || result.success ? null : (Object.values(sentencesOf(result.error.issues, t))[0] ?? null)
  }
  const blame = (name: string, sentence: string | null) =>
    setErrors((all) => (sentence ? { ...all, [name]: sentence } : without(all, name)))
  const fail = (found: Record<string, string>, general: Problem | null) => {
    judged.current = new Set(Object.keys(found))
    typedSince.current = false
    setErrors(found)
    setRefusal(general)
    setFailures((n) => n + 1)
    return false
  }

  const submit = async () => {
    if (sending.current) return false
    const typed = store.getFieldsValue(true) as Record<string, unknown>
    const input = { ...(options.shape ? options.shape(typed) : typed), ...opened.fixed } as AskOf<V>
    const parsed = verb.input.safeParse(input)
    const own = options.also?.(typed) ?? {}
    if (!parsed.success) return fail({ ...own, ...sentencesOf(parsed.error.issues, t) }, null)
    if (Object.keys(own).length > 0) return fail(own, null)
    setErrors({})
    setRefusal(null)
    sending.current = true
    setBusy(true)
    try {
      const answer = await (options.send ? options.send(input) : deed.do(input))
      if (answer.ok) {
        setDirty(false)
        touched.current.clear()
        await options.done?.(answer.value)
        return true
      }
      if (options.refused?.(answer.refusal)) return false
      const found = Object.fromEntries(Object.entries(answer.refusal.fields).map(([name, f]) => [name, f.sentence]))
      return fail(found, Object.keys(found).length > 0 ? null : answer.refusal)
    } finally {
      sending.current = false
      setBusy(false)
    }
  }

  return {
    store, initial: opened.initial, errors, warnings, refusal, failures, labels, dirty, busy, blame, submit,
    leave: (name) => afterPointer(() => {
      if (judged.current.has(name)) return
      // Walking through an empty field is no mistake yet.
      if (isEmpty(store.getFieldValue(pathOf(name))) && !errors[name]) return
      if (touched.current.has(name) || errors[name]) blame(name, check(name))
    }),
    judge: (name, sentence) => {
      // The summary takes the focus after a failed try, and so a field is left.
      if (sentence !== null || typedSince.current || !judged.current.has(name)) blame(name, sentence)
    },
    touch: (name) => {
      touched.current.add(name)
      typedSince.current = true
      for (const one of judged.current) if (one === name || one.startsWith(`${name}.`)) judged.current.delete(one)
      setDirty(true)
    },
    warn: (name, sentence) => setWarnings((all) => (sentence ? { ...all, [name]: sentence } : without(all, name))),
  }
}

export const FormContext = createContext<ServerForm | null>(null)

export function useForm(): ServerForm {
  const form = useContext(FormContext)
  if (!form) throw new Error('a field outside of <ServerForm>')
  return form
}

/** Asks before a window with unsent changes is closed. */
export function useUnsentGuard(dirty: boolean): void {
  useEffect(() => {
    if (!dirty) return
    const ask = (event: BeforeUnloadEvent) => event.preventDefault()
    window.addEventListener('beforeunload', ask)
    return () => window.removeEventListener('beforeunload', ask)
  }, [dirty])
}
