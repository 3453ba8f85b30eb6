import { Input } from 'antd'
import { useEffect, useState } from 'react'
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
export function LinesField({ rows = 3, ...field }: FieldProps & { rows?: number }) {
  const t = useWords()
  const form = useForm()
  const { name } = field
  const { errors, blame } = form
  useEffect(() => {
    for (const [key, sentence] of Object.entries(errors)) {
      if (!key.startsWith(`${name}.`)) continue
      blame(key, null)
      blame(name, t('subsystems.desk.line', { n: Number(key.slice(name.length + 1)) + 1, sentence }))
    }
  }, [errors, blame, name, t])
  return <Field {...field}>{(w) => <LinesInput {...w} rows={rows} />}</Field>
}
