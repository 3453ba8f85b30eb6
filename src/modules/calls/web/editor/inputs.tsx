import { Checkbox, DatePicker, Input, InputNumber, Select } from 'antd'
import dayjs from 'dayjs'
import { useId, type ReactElement, type ReactNode } from 'react'
import { fieldId } from '../../../../web/ui/field-id.ts'
import { useWords } from '../../../../web/words.ts'
import { useEditing } from './editing.tsx'
import { momentFrom, pickerTime } from './moments.ts'
import { at, nameOf, textAt, type Path } from './tree.ts'

export interface At {
  path: Path
  label: string
  hint?: ReactNode
  optional?: boolean
}

interface Wired { id: string; disabled: boolean; onBlur: () => void; status: 'error' | ''; 'aria-describedby': string | undefined; 'aria-invalid': true | undefined }

/** Label, hint, input, and what is wrong there: the same for every input of the editor. */
export function InputAt({ path, label, hint, optional, places = [path], isDisabled = false, children }: At & {
  /** Places whose problems are said here. */
  places?: readonly Path[]
  isDisabled?: boolean
  children: (wired: Wired) => ReactElement
}) {
  const t = useWords()
  const { saidAt, leave, isClosed } = useEditing()
  const own = useId()
  const problem = places.map(saidAt).find((one) => one !== undefined)
  const described = [hint && `${own}h`, problem && `${own}e`].filter(Boolean).join(' ')
  return (
    <div className={problem ? 'field wrong' : 'field'}>
      <label htmlFor={fieldId(nameOf(path))}>
        {label}{optional ? <span className="optional">{t('web.optional')}</span> : <><span className="star" aria-hidden="true">*</span><span className="sr">{t('web.required')}</span></>}
      </label>
      {hint && <p className="hint" id={`${own}h`}>{hint}</p>}
      {children({
        id: fieldId(nameOf(path)), disabled: isClosed || isDisabled, onBlur: () => places.forEach(leave), status: problem ? 'error' : '',
        'aria-describedby': described || undefined, 'aria-invalid': problem ? true : undefined,
      })}
      {problem && <p className="error" id={`${own}e`}>{t(problem.code, problem.params)}</p>}
    </div>
  )
}

/** One text, of one line or several. */
export function TextAt({ lines = 1, max, ...field }: At & { lines?: number; max?: number }) {
  const { document, set } = useEditing()
  const props = { value: textAt(document, field.path), maxLength: max, onChange: ({ target }: { target: { value: string } }) => set(field.path, target.value) }
  return <InputAt {...field}>{(w) => (lines > 1 ? <Input.TextArea {...w} {...props} rows={lines} /> : <Input {...w} {...props} />)}</InputAt>
}

/** A sentence in both languages; the English one may stay empty. */
export function BothAt({ path, label, hint, optional, lines = 1, max = 500 }: At & { lines?: number; max?: number }) {
  const t = useWords()
  const { document, set } = useEditing()
  const [zh, en] = [[...path, 'zh'], [...path, 'en']]
  const isThere = at(document, path) !== undefined
  const change = (place: Path, value: string) => {
    const other = textAt(document, place === zh ? en : zh)
    // A help text that was emptied again is none.
    if (optional && value === '' && other === '') set(path, undefined)
    else if (isThere) set(place, value)
    else set(path, place === zh ? { zh: value, en: '' } : { zh: '', en: value })
  }
  const props = (place: Path, most: number) => ({ value: textAt(document, place), maxLength: most, onChange: ({ target }: { target: { value: string } }) => change(place, target.value) })
  return (
    <div className="both">
      <InputAt path={zh} places={[zh, path]} label={label} hint={hint} {...(optional && { optional })}>
        {(w) => (lines > 1 ? <Input.TextArea {...w} {...props(zh, max)} rows={lines} /> : <Input {...w} {...props(zh, max)} />)}
      </InputAt>
      <InputAt path={en} label={t('calls.editor.in_english', { label })} optional>
        {(w) => (lines > 1 ? <Input.TextArea {...w} {...props(en, max * 2)} rows={lines} lang="en" /> : <Input {...w} {...props(en, max * 2)} lang="en" />)}
      </InputAt>
    </div>
  )
}

/** A number; `empty` is what stands there when nothing does. */
export function NumberAt({ min, max, decimals = 0, empty, unit, ...field }: At & { min?: number; max?: number; decimals?: number; empty?: null; unit?: string }) {
  const { document, set } = useEditing()
  const value = at(document, field.path)
  return (
    <InputAt {...field}>
      {({ status, ...w }) => (
        <InputNumber {...w} status={status} value={typeof value === 'number' ? value : null} {...(min !== undefined && { min })} {...(max !== undefined && { max })} precision={decimals} suffix={unit}
          onChange={(next) => set(field.path, next ?? empty)} style={{ width: '100%', maxWidth: 200 }} />
      )}
    </InputAt>
  )
}

/** Something to tick. */
export function TickAt({ path, label, hint }: { path: Path; label: string; hint?: ReactNode }) {
  const { document, set, isClosed } = useEditing()
  const own = useId()
  return (
    <div className="field tick">
      <Checkbox id={fieldId(nameOf(path))} checked={at(document, path) === true} disabled={isClosed} aria-describedby={hint ? own : undefined} onChange={({ target }) => set(path, target.checked)}>{label}</Checkbox>
      {hint && <p className="hint" id={own}>{hint}</p>}
    </div>
  )
}

interface Choice { value: string; label: string }

export function SelectAt({ options, ...field }: At & { options: readonly Choice[] }) {
  const t = useWords()
  const { document, set } = useEditing()
  const value = textAt(document, field.path)
  return (
    <InputAt {...field}>
      {(w) => <Select {...w} value={value || undefined} options={[...options]} placeholder={t('web.choose')} showSearch={options.length > 8 ? { optionFilterProp: 'label' } : false} onChange={(next: string) => set(field.path, next)} style={{ width: '100%' }} />}
    </InputAt>
  )
}

/** Around a select of several: Tab goes on to the next input, where the select itself would take away what was chosen last. */
export const TabLeaves = ({ children }: { children: ReactNode }) =>
  <div role="presentation" onKeyDownCapture={(event) => event.key === 'Tab' && event.stopPropagation()}>{children}</div>

/** Several of a list. */
export function SelectManyAt({ options, ...field }: At & { options: readonly Choice[] }) {
  const t = useWords()
  const { document, set } = useEditing()
  const value = at(document, field.path)
  return (
    <InputAt {...field}>
      {(w) => <TabLeaves><Select {...w} mode="multiple" value={Array.isArray(value) ? value.map(String) : []} options={[...options]} placeholder={t('web.choose')} showSearch={{ optionFilterProp: 'label' }} onChange={(next: string[]) => set(field.path, next)} style={{ width: '100%' }} /></TabLeaves>}
    </InputAt>
  )
}

/** A day, `2026-03-20`. */
export function DayAt(field: At) {
  const { document, set } = useEditing()
  const value = textAt(document, field.path)
  return (
    <InputAt {...field}>
      {({ status, ...w }) => <DatePicker {...w} {...(status && { status })} value={value && dayjs(value).isValid() ? dayjs(value) : null} onChange={(next) => set(field.path, next?.format('YYYY-MM-DD'))} style={{ width: '100%', maxWidth: 200 }} />}
    </InputAt>
  )
}

/** A time to the second, in Asia/Shanghai. `empty`: what stands there when nothing does. */
export function MomentAt({ empty, isDisabled, end = false, ...field }: At & { empty?: null; isDisabled?: boolean; end?: boolean }) {
  const { document, set } = useEditing()
  return (
    <InputAt {...field} isDisabled={isDisabled ?? false}>
      {({ status, ...w }) => (
        <DatePicker {...w} {...(status && { status })} showTime={{ defaultOpenValue: dayjs(end ? '2000-01-01 17:59:59' : '2000-01-01 09:00:00') }} format="YYYY-MM-DD HH:mm:ss" value={pickerTime(at(document, field.path))}
          onChange={(next) => set(field.path, momentFrom(next) ?? empty)} style={{ width: '100%', maxWidth: 240 }} />
      )}
    </InputAt>
  )
}
