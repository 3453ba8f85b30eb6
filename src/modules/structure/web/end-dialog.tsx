import { useState } from 'react'
import { z } from 'zod'
import { FormDialog } from '../../../web/ui/form-dialog.tsx'
import { FormDeeds, ServerForm } from '../../../web/ui/form.tsx'
import { TextAreaField } from '../../../web/ui/fields.tsx'
import { useServerForm } from '../../../web/server-form.ts'
import { useWords } from '../../../web/words.ts'
import { structureContract } from '../contract.ts'
import { endReason } from '../fields.ts'
import { refusalIn } from './blocked.ts'
import { DoneStep } from './done-step.tsx'
import { useFlow } from './flow.ts'
import { PlanStep } from './plan-step.tsx'
import type { Change, Changed } from './shown.ts'

const verb = { ...structureContract.simulate, input: z.object({ reason: endReason }) }

/** A post ends without a successor (S2-33, E23, E36): why, what that leaves behind, then 撤销. `of`: whose words. */
export function EndDialog({ of, name, change, close }: { of: 'authorised' | 'manager'; name: string; change: Change; close: () => void }) {
  const t = useWords()
  const [done, setDone] = useState<Changed | null>(null)
  const flow = useFlow(setDone)
  const form = useServerForm(verb, { 
    send: async ({ reason }) => {
      const answer = await flow.propose(change, reason)
      return answer.ok && answer.value.blocked.length > 0 ? { ok: false, refusal: refusalIn(answer.value, t) } : answer
    },
  })
  return (
    <FormDialog open title={t(`structure.page.${of}.end.title`, { name })} width={760} close={close}>
      {done ? <DoneStep changed={done} sentence={t(`structure.page.${of}.end.done`, { name })} /> : (
        <>
          <div hidden={flow.at !== null}>
            <p>{t(`structure.page.${of}.end.text`, { name })}</p>
            <div className="spaced"><ServerForm form={form}>
              <TextAreaField name="reason" label={t('web.reason')} hint={t('structure.page.end.hint')} rows={3} maxLength={500} />
              <FormDeeds verb={t('structure.page.next')} />
            </ServerForm></div>
          </div>
          {flow.at && <PlanStep flow={flow} plan={flow.at.plan} verb={t(`structure.page.${of}.end`)} danger back={flow.back} />}
        </>
      )}
    </FormDialog>
  )
}
