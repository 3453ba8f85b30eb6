import { memo, use, useCallback, type ReactNode } from 'react'
import { useWords } from '../../../../web/words.ts'
import type { Finding } from '../../form/check.ts'
import type { Field, FieldValue } from '../../form/definition.ts'
import { ChoiceInput, ChoicesInput, CommitmentInput, YesNoInput } from './choice-inputs.tsx'
import { CodeInput } from './code-input.tsx'
import { DateInput, PeriodInput } from './date-inputs.tsx'
import { FieldFrame, type Wiring } from './field-frame.tsx'
import { NoteShown, ValueShown } from './field-shown.tsx'
import { NumberInput } from './number-input.tsx'
import { BesideContext, FormPartsContext } from './parts.ts'
import { RichInput } from './rich-input.tsx'
import { TableInput } from './table-input.tsx'
import { TextInput } from './text-input.tsx'

export interface FieldInputProps {
  field: Field
  value: FieldValue | undefined
  /** The same function at every drawing: a field is drawn again only when something of its own changed. */
  change: (fieldId: string, value: FieldValue) => void
  leave: (fieldId: string) => void
  /** Of this field, those that are to be shown by now; the same array while they are the same. */
  findings: readonly Finding[]
  /** Why it was returned. */
  remark?: ReactNode
  /** May be changed where most may not. */
  unlocked?: boolean
  /** To be read only. */
  isClosed?: boolean
}

/** One field to be filled in, of whatever kind; what may not be changed is text, not a dead input. */
export const FieldInput = memo(({ field, value, change, leave, findings, remark, unlocked, isClosed = false }: FieldInputProps) => {
  const give = useCallback((next: FieldValue) => change(field.id, next), [change, field.id])
  const left = useCallback(() => leave(field.id), [leave, field.id])
  if (field.kind === 'note') return <NoteShown field={field} />
  return (
    <FieldFrame field={field} findings={findings} remark={remark} unlocked={unlocked ?? false} isClosed={isClosed}>
      {(wiring) => (
        <Control
          field={field} value={value} wiring={wiring} findings={findings} isClosed={isClosed}
          change={give} leave={left}
        />
      )}
    </FieldFrame>
  )
})

function Control({ field, value, wiring, findings, isClosed, change, leave }: {
  field: Exclude<Field, { kind: 'note' }>
  value: FieldValue | undefined
  wiring: Wiring
  findings: readonly Finding[]
  isClosed: boolean
  change: (value: FieldValue) => void
  leave: () => void
}) {
  const t = useWords()
  const { Members, Files } = use(FormPartsContext)
  const { facts, members, files } = use(BesideContext)
  const shared = { value, wiring, change, leave }
  const beside = { values: {}, facts, members, files }
  if (field.kind === 'fact') return <div id={wiring.id} tabIndex={-1} className="fact"><ValueShown field={field} content={beside} /><p className="hint">{t('calls.fill.fact')}</p></div>
  if (field.kind === 'members') return Members ? <Members field={field} isClosed={isClosed} /> : <div id={wiring.id} tabIndex={-1}><ValueShown field={field} content={beside} /><p className="hint">{t('calls.fill.members.later')}</p></div>
  if (field.kind === 'files') return Files ? <Files field={field} isClosed={isClosed} /> : <div id={wiring.id} tabIndex={-1}><ValueShown field={field} content={beside} /><p className="hint">{t('calls.fill.files.later')}</p></div>
  if (isClosed) return <div id={wiring.id} tabIndex={-1}><ValueShown field={field} content={{ ...beside, values: { [field.id]: value ?? null } }} /></div>
  switch (field.kind) {
    case 'text': return <TextInput field={field} {...shared} />
    case 'rich': return <RichInput field={field} {...shared} />
    case 'number': return <NumberInput field={field} {...shared} />
    case 'money': return <NumberInput field={field} {...shared} />
    case 'date': return <DateInput field={field} {...shared} />
    case 'period': return <PeriodInput field={field} {...shared} />
    case 'choice': return <ChoiceInput field={field} {...shared} />
    case 'choices': return <ChoicesInput field={field} {...shared} />
    case 'code': return <CodeInput field={field} {...shared} />
    case 'yesno': return <YesNoInput field={field} {...shared} />
    case 'table': return <TableInput field={field} findings={findings} {...shared} />
    case 'commitment': return <CommitmentInput field={field} {...shared} />
  }
}
