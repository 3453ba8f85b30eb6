import { useState } from 'react'
import { FormDialog } from '../../../web/ui/form-dialog.tsx'
import { FormDeeds, FormPart, ServerForm } from '../../../web/ui/form.tsx'
import { Notice } from '../../../web/ui/notice.tsx'
import { useWords } from '../../../web/words.ts'
import { namedForm } from '../fields.ts'
import { DoneStep } from './done-step.tsx'
import { useFlow, type Flow } from './flow.ts'
import { NamedFields } from './named-fields.tsx'
import { PlanStep } from './plan-step.tsx'
import { usePlannedForm } from './planned-form.ts'
import type { Changed, Grant } from './shown.ts'

const names = ['name', 'phone', 'documentType', 'document'] as const

/** 新增授权 and 更改 (S2-28, S2-30): three fields, then what it brings about, then 授权. */
export function AuthoriseDialog({ present, close }: { present: Grant | null; close: () => void }) {
  const t = useWords()
  const [done, setDone] = useState<{ changed: Changed; name: string } | null>(null)
  const flow = useFlow((changed, { change }) => setDone({ changed, name: 'person' in change ? change.person.name : '' }))
  const title = t(present ? 'structure.page.replace.title' : 'structure.page.authorise.title')
  return (
    <FormDialog open title={title} width={760} close={close}>
      {done ? <DoneStep changed={done.changed} sentence={t('structure.page.authorise.done', { name: done.name })} /> : <Steps flow={flow} present={present} />}
    </FormDialog>
  )
}

function Steps({ flow, present }: { flow: Flow; present: Grant | null }) {
  const t = useWords()
  const form = usePlannedForm(namedForm, flow, {
    initial: { documentType: 'ID' }, names, under: '',
    change: (person) => (present ? { kind: 'replace', grantId: present.id, person } : { kind: 'authorise', person }),
  })
  return (
    <>
      {/* Kept, with what was typed, while its plan is looked at. */}
      <div hidden={flow.at !== null} onBlur={form.judge}>
        {present && <Notice tone="warn">{t('structure.page.replace.text', { name: present.name })}</Notice>}
        <ServerForm form={form} columns={2}>
          <FormPart title={t('structure.page.present')} lead={t('structure.page.not_both')}><NamedFields of="authorised" under="" /></FormPart>
          <FormDeeds verb={t('structure.page.next')} />
        </ServerForm>
      </div>
      {flow.at && <PlanStep flow={flow} plan={flow.at.plan} verb={t('structure.page.authorise')} back={flow.back} />}
    </>
  )
}
