import { Input } from 'antd'
import { useCallback, useEffect, useState } from 'react'
import type { Check } from '../../../kernel/check.ts'
import { afterPointer } from '../../../web/after-pointer.ts'
import { useForm } from '../../../web/server-form.ts'
import { Field, type FieldProps } from '../../../web/ui/form.tsx'
import { useWords } from '../../../web/words.ts'

/** What was typed, a line each; empty ones are no addresses. */
export const linesOf = (text: string): string[] => text.split(/\r?\n/).map((line) => line.trim()).filter((line) => line !== '')

interface LinesInputProps extends Record<string, unknown> {
  value?: readonly string[]
  onChange?: (value: string[]) => void
  onBlur?: () => void
  rows: number
}

function LinesInput({ value = [], onChange, onBlur, rows, ...rest }: LinesInputProps) {
  // As it is typed, with the line that was just begun; what the form keeps are the lines.
  const [typing, setTyping] = useState<string | null>(null)
  const leave = () => {
    setTyping(null)
    onBlur?.()
  }
  return (
    <Input.TextArea
      {...rest} className="code" autoSize={{ minRows: rows, maxRows: 10 }} spellCheck={false} value={typing ?? value.join('\n')} onBlur={leave}
      onChange={(e) => {
        setTyping(e.target.value)
        onChange?.(linesOf(e.target.value))
      }}
    />
  )
}

/** Several values of one kind, one per line; what is wrong with one stands under the field with the number of its line. */
export function LinesField({ rows = 3, check, ...field }: FieldProps & { rows?: number; check: Check }) {
  const t = useWords()
  const form = useForm()
  const { name } = field
  const { errors, blame, store } = form
  const blameLine = useCallback((at: number, sentence: string) => blame(name, t('subsystems.desk.line', { n: at + 1, sentence })), [blame, name, t])
  useEffect(() => {
    // The schema and the server name the line as a part of the field.
    for (const [key, sentence] of Object.entries(errors)) {
      if (!key.startsWith(`${name}.`)) continue
      blame(key, null)
      blameLine(Number(key.slice(name.length + 1)), sentence)
    }
  }, [errors, blame, blameLine, name])
  const leave = () => {
    const lines = (store.getFieldValue(name) ?? []) as readonly string[]
    const at = lines.findIndex((line) => !check(line).ok)
    const wrong = at < 0 ? null : check(lines[at] ?? '')
    if (wrong && !wrong.ok) blameLine(at, t(wrong.code, wrong.params))
    else if (lines.length > 0) blame(name, null)
  }
  return <Field {...field}>{(w) => <LinesInput {...w} rows={rows} onBlur={() => afterPointer(leave)} />}</Field>
}
