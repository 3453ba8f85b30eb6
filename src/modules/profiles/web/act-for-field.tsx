import { Button, Input } from 'antd'
import { useId } from 'react'
import { useWords } from '../../../web/words.ts'

/** 代审 (D11): why the unit decides for a secondary unit that is vacant or silent; recorded, and read by both. */
export function ActForField({ value, change, asked, onKeyDown }: { value: string; change: (text: string) => void; asked: boolean; onKeyDown?: (event: React.KeyboardEvent) => void }) {
  const t = useWords()
  const id = useId()
  const missing = asked && value.trim().length < 2
  return (
    <div className={missing ? 'field wrong' : 'field'}>
      <label htmlFor={id}>{t('profiles.act_for.label')}<span className="star" aria-hidden="true">*</span><span className="sr">{t('web.required')}</span></label>
      <p className="hint" id={`${id}-hint`}>{t('profiles.act_for.hint')}</p>
      <p className="presets">{['vacant', 'silent', 'deadline'].map((one) => <Button key={one} size="small" onClick={() => change(t(`profiles.act_for.preset.${one}`))}>{t(`profiles.act_for.preset.${one}`)}</Button>)}</p>
      <Input
        id={id} maxLength={200} value={value} aria-required="true" aria-invalid={missing} aria-describedby={missing ? `${id}-error ${id}-hint` : `${id}-hint`}
        onKeyDown={onKeyDown} onChange={(e) => change(e.target.value)}
      />
      {missing && <p className="error" id={`${id}-error`} role="alert">{t('profiles.act_for.required')}</p>}
    </div>
  )
}
