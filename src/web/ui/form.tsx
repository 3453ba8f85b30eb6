import { Button, Form } from 'antd'
import { useEffect, useId, type ReactElement, type ReactNode } from 'react'
import { FormContext, useForm, useUnsentGuard, type ServerForm as Filling } from '../server-form.ts'
import { useWords } from '../words.ts'
import { ErrorSummary } from './error-summary.tsx'
import { fieldId } from './field-id.ts'

/** The form element: summary of errors on top, fields, and (at the end) `<FormDeeds>`. `id`: for a button that stands outside of it. */
export function ServerForm({ form, columns = 1, id, children }: { form: Filling; columns?: 1 | 2; id?: string; children: ReactNode }) {
  useUnsentGuard(form.dirty)
  return (
    <FormContext value={form}>
      <Form
        form={form.store} {...(id && { id })} initialValues={form.initial} component="form" className={`form columns-${columns}`} autoComplete="off"
        onFinish={() => void form.submit()} onValuesChange={(changed: object) => Object.keys(changed).forEach(form.touch)}
      >
        <ErrorSummary form={form} />
        {children}
      </Form>
    </FormContext>
  )
}

export interface FieldProps {
  /** Name in the verb's input; `address.district` for a nested one. */
  name: string
  label: string
  hint?: ReactNode
  optional?: boolean
  /** Takes both columns. */
  wide?: boolean
  /** What stands under the field beside errors: a reason from the desk, a strength meter. */
  below?: ReactNode
}

interface Wiring {
  id: string
  onBlur: () => void
  'aria-describedby'?: string
  'aria-invalid'?: true
  'aria-required'?: true
  status?: 'error'
}

/** Label above, hint under it, error under the control; all tied together for screen readers. */
export function Field({ name, label, hint, optional, wide, below, children, group, ...binding }: FieldProps & {
  children: (wiring: Wiring) => ReactElement
  /** Several controls under one label: a legend instead. */
  group?: boolean
  valuePropName?: string
  trigger?: string
  getValueFromEvent?: (...args: never[]) => unknown
  getValueProps?: (value: unknown) => Record<string, unknown>
}) {
  const t = useWords()
  const form = useForm()
  const own = useId()
  const id = fieldId(name)
  const error = form.errors[name]
  const warning = form.warnings[name]
  const { labels } = form
  useEffect(() => void labels.set(name, label), [labels, name, label])
  const described = [hint && `${own}h`, error && `${own}e`, warning && `${own}w`, below && `${own}b`].filter(Boolean).join(' ')
  const wiring: Wiring = {
    id, onBlur: () => form.leave(name), 'aria-describedby': described || undefined, 'aria-invalid': error ? true : undefined,
    'aria-required': optional ? undefined : true, status: error ? 'error' : undefined,
  }
  const star = optional
    ? <span className="optional">{t('web.optional')}</span>
    : <><span className="star" aria-hidden="true">*</span><span className="sr">{t('web.required')}</span></>
  return (
    <div className={`field${error ? ' wrong' : ''}${wide ? ' wide' : ''}`} role={group ? 'group' : undefined} aria-labelledby={group ? `${own}l` : undefined}>
      {group ? <span className="label" id={`${own}l`}>{label}{star}</span> : <label htmlFor={id} id={`${own}l`}>{label}{star}</label>}
      {hint && <p className="hint" id={`${own}h`}>{hint}</p>}
      <Form.Item noStyle name={name.split('.')} {...binding}>{children(wiring)}</Form.Item>
      {error && <p className="error" id={`${own}e`}>{error}</p>}
      {warning && <p className="warning" id={`${own}w`}>{warning}</p>}
      {below && <div className="below" id={`${own}b`}>{below}</div>}
    </div>
  )
}

/** A grey, authoritative field: text with its source, not a dead input. */
export const FixedField = ({ label, value, source }: { label: string; value: ReactNode; source?: string }) => (
  <div className="field fixed"><span className="label">{label}</span><p>{value || '—'}</p>{source && <p className="hint">{source}</p>}</div>
)

/** A part of a long form, with its title. */
export const FormPart = ({ title, lead, children }: { title: string; lead?: ReactNode; children: ReactNode }) => (
  <fieldset className="form-part"><legend>{title}</legend>{lead && <p className="lead">{lead}</p>}<div className="fields">{children}</div></fieldset>
)

/** The buttons at the end: the primary one sends the form. */
export function FormDeeds({ verb, children }: { verb: string; children?: ReactNode }) {
  const form = useForm()
  return <div className="deeds"><Button type="primary" htmlType="submit" size="large" loading={form.busy}>{verb}</Button>{children}</div>
}
