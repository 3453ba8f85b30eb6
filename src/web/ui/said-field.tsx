import { Button, Input } from 'antd'
import { useId, type KeyboardEvent } from 'react'
import { useWords } from '../words.ts'

/** A reason or a remark in own words, beside a deed: `presets` fill it with one press. `missing`: why it must be said, once it was tried without. */
export function SaidField({ id: givenId, label, hint, value, change, missing, optional, presets = [], rows = 3, maxLength = 500, onKeyDown }: {
  id?: string
  label: string
  hint?: string
  value: string
  change: (text: string) => void
  missing?: string | false | undefined
  optional?: boolean
  presets?: readonly string[]
  /** 1: a single line. */
  rows?: number
  maxLength?: number
  onKeyDown?: (event: KeyboardEvent) => void
}) {
  const t = useWords()
  const own = useId()
  const id = givenId ?? own
  const box = {
    id, maxLength, value, onKeyDown, 'aria-required': optional ? undefined : true, 'aria-invalid': missing ? true : undefined,
    'aria-describedby': [missing && `${own}e`, hint && `${own}h`].filter(Boolean).join(' ') || undefined,
  } as const
  return (
    <div className={missing ? 'field wrong' : 'field'}>
      <label htmlFor={id}>{label}{optional ? <span className="optional">{t('web.optional')}</span> : <><span className="star" aria-hidden="true">*</span><span className="sr">{t('web.required')}</span></>}</label>
      {hint && <p className="hint" id={`${own}h`}>{hint}</p>}
      {presets.length > 0 && <p className="presets">{presets.map((one) => <Button key={one} size="small" onClick={() => change(one)}>{one}</Button>)}</p>}
      {rows === 1
        ? <Input {...box} onChange={(e) => change(e.target.value)} />
        : <Input.TextArea {...box} rows={rows} showCount onChange={(e) => change(e.target.value)} />}
      {missing && <p className="error" id={`${own}e`} role="alert">{missing}</p>}
    </div>
  )
}
