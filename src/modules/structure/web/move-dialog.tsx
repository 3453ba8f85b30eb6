import { Select } from 'antd'
import { useState } from 'react'
import { FormDialog } from '../../../web/ui/form-dialog.tsx'
import { Refused } from '../../../web/ui/refused.tsx'
import { Skeleton } from '../../../web/ui/skeleton.tsx'
import { useWords } from '../../../web/words.ts'
import { DoneStep } from './done-step.tsx'
import { useFlow } from './flow.ts'
import { PlanStep } from './plan-step.tsx'
import type { Change, Changed } from './shown.ts'

type Move = Extract<Change, { kind: 'move' }>

/** People from one place to another (S2-39, S2-57): what waits for them goes with them, with its age (E32). */
export function MoveDialog({ from, people, n, places, close }: {
  from: string | null
  people: Move['people']
  n: number
  /** Where they may go; `id` null is the unit itself. */
  places: readonly { id: string | null; name: string }[]
  close: () => void
}) {
  const t = useWords()
  const [done, setDone] = useState<{ changed: Changed; to: string } | null>(null)
  const nameOf = (id: string | null) => places.find((place) => place.id === id)?.name ?? ''
  const flow = useFlow((changed, { change }) => setDone({ changed, to: change.kind === 'move' ? nameOf(change.to) : '' }))
  const [to, setTo] = useState<string | undefined>(undefined)
  const choose = (value: string) => {
    setTo(value)
    void flow.adjust({ kind: 'move', from, to: value === 'unit' ? null : value, people })
  }
  return (
    <FormDialog open title={t('structure.page.move.title', { n })} width={760} close={close}>
      {done ? <DoneStep close={close} changed={done.changed} sentence={t('structure.page.move.done', { to: done.to })} /> : (
        <>
          <div className="field move-to">
            <label htmlFor="move-to">{t('structure.page.move_to', { n })}<span className="star" aria-hidden="true">*</span><span className="sr">{t('web.required')}</span></label>
            <p className="hint" id="move-to-hint">{t('structure.page.move.hint')}</p>
            <Select
              id="move-to" aria-describedby="move-to-hint" placeholder={t('web.choose')} value={to} onChange={choose} style={{ width: '100%' }}
              options={places.map(({ id, name }) => ({ value: id ?? 'unit', label: name }))} showSearch={places.length > 8 ? { optionFilterProp: 'label' } : false}
            />
          </div>
          {flow.at ? <PlanStep flow={flow} plan={flow.at.plan} verb={t('structure.page.move')} /> : flow.refusal ? <Refused refusal={flow.refusal} /> : flow.busy && <Skeleton lines={4} />}
        </>
      )}
    </FormDialog>
  )
}
