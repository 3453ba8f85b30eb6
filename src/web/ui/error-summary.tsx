import { Button } from 'antd'
import { useEffect, useRef } from 'react'
import type { ServerForm } from '../server-form.ts'
import { useWords } from '../words.ts'
import { isUnanswered } from '../problem.ts'
import { fieldId, goToField } from './field-id.ts'
import { WhoCanHelp } from './who-can-help.tsx'

export { goToField }

/** On top of the form after a failed try: every error as a link to its field. It takes the focus, so that it is read out. */
export function ErrorSummary({ form }: { form: ServerForm }) {
  const t = useWords()
  const box = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (form.failures > 0) box.current?.focus()
  }, [form.failures])
  // As they stand on the page, whichever was found first.
  const order = [...form.labels.keys()]
  const errors = Object.entries(form.errors).toSorted(([a], [b]) => order.indexOf(a) - order.indexOf(b))
  if (form.failures === 0 || (errors.length === 0 && !form.refusal)) return null
  return (
    <div className="summary" role="alert" tabIndex={-1} ref={box}>
      <h2>{t('web.errors.title')}</h2>
      <ul>
        {form.refusal && <li>{form.refusal.detail}{isUnanswered(form.refusal) && form.refusal.requestId && <> <code>{form.refusal.requestId}</code></>}</li>}
        {errors.map(([name, sentence]) => (
          <li key={name}>
            {!form.labels.has(name) ? sentence : (
              <a href={`#${fieldId(name)}`} onClick={(e) => (e.preventDefault(), goToField(name))}>{t('web.pair', { label: form.labels.get(name) ?? '', value: sentence })}</a>
            )}
          </li>
        ))}
      </ul>
      {form.refusal && <WhoCanHelp refusal={form.refusal} />}
      {form.refusal?.code === 'overtaken' && <p className="deeds"><Button onClick={() => location.reload()}>{t('web.overtaken.reload')}</Button></p>}
    </div>
  )
}
