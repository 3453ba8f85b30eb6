import { useState } from 'react'
import { z } from 'zod'
import { FormDialog } from '../../../web/ui/form-dialog.tsx'
import { TextAreaField } from '../../../web/ui/fields.tsx'
import { useWords } from '../../../web/words.ts'
import { endReason } from '../fields.ts'
import { DoneStep } from './done-step.tsx'
import { usePlannedForm } from './planned.ts'
import { PlannedForm } from './planned-form.tsx'
import type { Change, Changed } from './shown.ts'

const input = z.object({ reason: endReason })
interface Ending {
  /** Whose words. */
  of: 'authorised' | 'manager'
  name: string
  change: Change
}

/** A post ends without a successor (S2-33, E23, E36): why, what that leaves behind, and 撤销. */
export function EndDialog({ close, ...ending }: Ending & { close: () => void }) {
  const t = useWords()
  const { of, name } = ending
  const [done, setDone] = useState<Changed | null>(null)
  return (
    <FormDialog open title={t(`structure.page.${of}.end.title`, { name })} width={760} close={close}>
      {done ? <DoneStep close={close} changed={done} sentence={t(`structure.page.${of}.end.done`, { name })} /> : <Filling {...ending} done={setDone} />}
    </FormDialog>
  )
}

function Filling({ of, name, change, done }: Ending & { done: (changed: Changed) => void }) {
  const t = useWords()
  const planned = usePlannedForm(input, { change: () => change, standing: change, reason: (typed) => typed.reason, done })
  return (
    <>
      <p className="ending">{t(`structure.page.${of}.end.text`, { name })}</p>
      <PlannedForm of={planned} verb={t(`structure.page.${of}.end`)} danger columns={1}>
        <TextAreaField name="reason" label={t('web.reason')} hint={t('structure.page.end.hint')} rows={3} maxLength={500} />
      </PlannedForm>
    </>
  )
}
