import { Input } from 'antd'
import { useState } from 'react'
import { bareCode, grouped } from './code.ts'
import { Field, type FieldProps } from './form.tsx'

interface CodeInputProps extends Record<string, unknown> {
  value?: string
  onChange?: (value: string) => void
  onBlur?: () => void
  groups: readonly number[]
}

function CodeInput({ value = '', onChange, onBlur, groups, ...rest }: CodeInputProps) {
  const [typing, setTyping] = useState(false)
  const leave = () => {
    setTyping(false)
    if (bareCode(value) !== value) onChange?.(bareCode(value))
    onBlur?.()
  }
  return (
    <Input
      {...rest} className="code" value={typing ? value : grouped(bareCode(value), groups)} onBlur={leave}
      onChange={(e) => {
        // Not on focus: what the Tab key has selected would be another text, and typing would append to it.
        setTyping(true)
        onChange?.(e.target.value)
      }} spellCheck={false} autoComplete="off" autoCapitalize="characters" maxLength={64}
    />
  )
}

/** Groups of the common codes. */
export const creditCodeGroups = [2, 6, 9, 1] as const
export const identityGroups = [6, 8, 4] as const
export const phoneGroups = [3, 4, 4] as const

/** A code: typed with blanks allowed, shown grouped, sent bare (S1-18). */
export const CodeField = ({ groups = creditCodeGroups, ...field }: FieldProps & { groups?: readonly number[] }) => (
  <Field {...field}>{(w) => <CodeInput {...w} groups={groups} />}</Field>
)

/** The same grouping for reading. */
export const Code = ({ of, groups = creditCodeGroups }: { of: string; groups?: readonly number[] }) => <span className="code">{grouped(of, groups)}</span>
