import { useId, useState, type ReactNode } from 'react'
import type { Answer } from '../../../web/client.ts'
import { DeedDialog } from '../../../web/ui/dialogs.tsx'
import { useWords } from '../../../web/words.ts'
import { UnitSearch, type PickedUnit } from './unit-search.tsx'

/** The dialog 单位选择 with its button 选择 (S1-26 to S1-28); `take` may send it to the server and be refused. */
export function UnitDialog({ open, title, close, take, children }: {
  open: boolean
  title?: string
  close: () => void
  take: (unit: PickedUnit) => Promise<Answer<unknown>> | void
  children?: ReactNode
}) {
  const t = useWords()
  const id = useId()
  const [ticked, tick] = useState<PickedUnit | null>(null)
  const [missing, setMissing] = useState(false)
  const choose = (unit: PickedUnit | null) => {
    tick(unit)
    setMissing(false)
  }
  const leave = () => {
    choose(null)
    close()
  }
  const act = async (): Promise<Answer<unknown> | null> => {
    setMissing(!ticked)
    if (!ticked) return null
    const answer = (await take(ticked)) ?? { ok: true, value: null }
    // What is said of the unit is said here: there is no field to stand beside.
    return answer.ok ? answer : { ok: false, refusal: { ...answer.refusal, detail: answer.refusal.fields.unitId?.sentence ?? answer.refusal.detail } }
  }
  return (
    <DeedDialog open={open} title={title ?? t('people.pick.title')} verb={t('people.pick.take')} width={560} close={leave} act={act}>
      {children}
      <UnitSearch id={id} chosen={ticked} choose={choose} />
      {missing && <p className="error" role="alert">{t('people.pick.tick')}</p>}
    </DeedDialog>
  )
}
