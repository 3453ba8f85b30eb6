import { Checkbox, Input, Radio, Select } from 'antd'
import type { ReactNode } from 'react'
import { useClearing } from './clearing.tsx'
import { useWords } from '../words.ts'
import { Field, type FieldProps } from './form.tsx'

export interface Option {
  value: string
  label: string
  disabled?: boolean
}

interface Typed {
  maxLength?: number
  autoComplete?: string
  inputMode?: 'text' | 'numeric' | 'tel' | 'email'
  placeholder?: string
  disabled?: boolean
  autoFocus?: boolean
}

export const TextField = ({ maxLength, autoComplete = 'off', inputMode, placeholder, disabled, autoFocus, suffix, ...field }: FieldProps & Typed & { suffix?: ReactNode }) => (
  <Field {...field}>{(w) => <Input {...w} {...{ maxLength, autoComplete, inputMode, placeholder, disabled, autoFocus, suffix }} spellCheck={false} />}</Field>
)

/** `meter`: the live strength, drawn by the room that knows the rule (S1-14). */
export function PasswordField({ meter, autoComplete = 'new-password', ...field }: FieldProps & { meter?: ReactNode; autoComplete?: string }) {
  return <Field {...field} below={meter}>{(w) => <Input.Password {...w} autoComplete={autoComplete} spellCheck={false} />}</Field>
}

export const TextAreaField = ({ rows = 4, maxLength, ...field }: FieldProps & { rows?: number; maxLength?: number }) => (
  <Field {...field}>{(w) => <Input.TextArea {...w} rows={rows} maxLength={maxLength} showCount={maxLength !== undefined} />}</Field>
)

/** `---请选择---`; long lists can be searched. */
export function SelectField({ options, disabled, placeholder, prefix, ...field }: FieldProps & {
  options: readonly Option[]
  disabled?: boolean
  /** In place of 请选择. */
  placeholder?: string
  /** What every choice begins with: the city of a district. */
  prefix?: ReactNode
}) {
  const t = useWords()
  const clearing = useClearing()
  return (
    <Field {...field}>
      {(w) => (
        <Select {...w} options={[...options]} disabled={disabled} prefix={prefix} placeholder={placeholder ?? t('web.choose')} allowClear={field.optional && clearing}
          showSearch={options.length > 8 ? { optionFilterProp: 'label' } : false} style={{ width: '100%' }} />
      )}
    </Field>
  )
}

export const RadioField = ({ options, ...field }: FieldProps & { options: readonly (Option & { hint?: ReactNode })[] }) => (
  <Field {...field} group>
    {({ id, onBlur, ...w }) => (
      <Radio.Group aria-describedby={w['aria-describedby']} className="radios">
        {options.map((o, i) => <Radio key={o.value} value={o.value} disabled={o.disabled} id={i === 0 ? id : undefined} onBlur={onBlur}>{o.label}{o.hint && <span className="hint">{o.hint}</span>}</Radio>)}
      </Radio.Group>
    )}
  </Field>
)

/** One statement to tick; the value is true or false. */
export const CheckField = ({ text, ...field }: FieldProps & { text: ReactNode }) => (
  <Field {...field} valuePropName="checked">{({ status: _, ...w }) => <Checkbox {...w}>{text}</Checkbox>}</Field>
)
