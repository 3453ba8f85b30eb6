import { Input } from 'antd'
import { useState } from 'react'
import { useWords } from '../../../../web/words.ts'
import type { FieldOf } from '../../form/definition.ts'
import { shownNumber, typedNumber } from './amount.ts'
import { numberIn, type InputProps } from './input-props.ts'
import { useSaid } from './said.ts'

const unitOf = (field: FieldOf<'number'> | FieldOf<'money'>) => (field.kind === 'number' ? field.unit : undefined)

/** A number as text: typed as people type it, kept as a number, shown grouped once it is left. What is no number stays and is said. */
export function NumberInput({ field, value, change, leave, wiring }: InputProps<'number'> | InputProps<'money'>) {
  const t = useWords()
  const said = useSaid()
  const number = numberIn(value)
  const [typing, setTyping] = useState<string | null>(null)
  const wrong = typing !== null && typedNumber(typing) === undefined
  const unit = unitOf(field)
  return (
    <>
      <Input
        id={wiring.id} className="number" inputMode="decimal" autoComplete="off" aria-describedby={[wiring.describedBy, wrong && `${wiring.id}-no`].filter(Boolean).join(' ') || undefined}
        aria-required={wiring.isRequired || undefined} aria-invalid={wiring.isWrong || wrong || undefined} status={wiring.isWrong || wrong ? 'error' : ''}
        value={typing ?? shownNumber(number, field.kind, field.kind === 'number' ? field.decimals : 2)} maxLength={24}
        suffix={field.kind === 'money' ? !said(field.label).includes(t('calls.fill.wan')) && t('calls.fill.wan') : unit && said(unit)}
        onChange={(e) => {
          setTyping(e.target.value)
          const read = typedNumber(e.target.value)
          if (read !== undefined) change(read)
        }}
        onBlur={() => {
          // What stood here before is not what is on the screen: it must not be handed in unseen.
          if (wrong) change(null)
          else setTyping(null)
          leave()
        }}
      />
      {wrong && <p className="error" id={`${wiring.id}-no`}>{t('calls.fill.no_number')}</p>}
    </>
  )
}
