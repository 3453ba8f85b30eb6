import { Checkbox, Radio, Select } from 'antd'
import { useClearing } from '../../../../web/ui/clearing.tsx'
import { useWords } from '../../../../web/words.ts'
import { textIn, type InputProps } from './input-props.ts'
import { useSaid } from './said.ts'
import { isShort } from './short.ts'

/** One of several: shown whole where they are few. */
export function ChoiceInput({ field, value, change, leave, wiring }: InputProps<'choice'>) {
  const t = useWords()
  const clearing = useClearing()
  const said = useSaid()
  const chosen = textIn(value)
  if (!isShort(field)) {
    return (
      <Select
        id={wiring.id} value={chosen || undefined} placeholder={t('web.choose')} allowClear={clearing} onBlur={leave} status={wiring.isWrong ? 'error' : ''} style={{ width: '100%' }}
        showSearch={{ optionFilterProp: 'label' }} options={field.options.map((one) => ({ value: one.value, label: said(one.label) }))}
        aria-describedby={wiring.describedBy} aria-labelledby={wiring.labelId} onChange={(next: string | undefined) => change(next ?? null)}
      />
    )
  }
  return (
    <Radio.Group className="radios" value={chosen || null} aria-labelledby={wiring.labelId} aria-describedby={wiring.describedBy} onChange={(e) => change(String(e.target.value))}>
      {field.options.map((one, i) => <Radio key={one.value} value={one.value} id={i === 0 ? wiring.id : undefined} onBlur={leave}>{said(one.label)}</Radio>)}
    </Radio.Group>
  )
}

/** Several of several. */
export function ChoicesInput({ field, value, change, leave, wiring }: InputProps<'choices'>) {
  const said = useSaid()
  const chosen = Array.isArray(value) ? value.filter((one): one is string => typeof one === 'string') : []
  return (
    <div className="radios">
      {field.options.map((one, i) => (
        <Checkbox
          key={one.value} id={i === 0 ? wiring.id : undefined} checked={chosen.includes(one.value)} onBlur={leave}
          // In the order of the form, whichever was ticked first.
          onChange={(e) => change(field.options.map((o) => o.value).filter((v) => (v === one.value ? e.target.checked : chosen.includes(v))))}
        >{said(one.label)}</Checkbox>
      ))}
    </div>
  )
}

export function YesNoInput({ value, change, leave, wiring }: InputProps<'yesno'>) {
  const t = useWords()
  return (
    <Radio.Group className="radios across" value={typeof value === 'boolean' ? value : null} aria-labelledby={wiring.labelId} aria-describedby={wiring.describedBy} onChange={(e) => change(e.target.value === true)}>
      <Radio value id={wiring.id} onBlur={leave}>{t('calls.fill.yes')}</Radio>
      <Radio value={false} onBlur={leave}>{t('calls.fill.no')}</Radio>
    </Radio.Group>
  )
}

/** 承诺: its text, and one tick. */
export function CommitmentInput({ field, value, change, leave, wiring }: InputProps<'commitment'>) {
  const t = useWords()
  const said = useSaid()
  return (
    <div className="commitment">
      <p>{said(field.text)}</p>
      <Checkbox id={wiring.id} checked={value === true} onBlur={leave} aria-describedby={wiring.describedBy} onChange={(e) => change(e.target.checked)}>{t('calls.fill.committed')}</Checkbox>
    </div>
  )
}
