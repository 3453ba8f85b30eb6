import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { z } from 'zod'
import { useActor } from '../../../web/session.ts'
import { TextField } from '../../../web/ui/fields.tsx'
import { FormDeeds, FormPart, ServerForm } from '../../../web/ui/form.tsx'
import { LeaveGuard } from '../../../web/ui/leave-guard.tsx'
import { PageTitle, Sheet } from '../../../web/ui/page-title.tsx'
import { useWords } from '../../../web/words.ts'
import { addInput } from '../fields.ts'
import { ComingPeople } from './coming-people.tsx'
import { Crumbs } from './crumbs.tsx'
import { DoneStep } from './done-step.tsx'
import { useFlow, type Flow } from './flow.ts'
import { NamedFields } from './named-fields.tsx'
import { PlanStep } from './plan-step.tsx'
import { usePlannedForm } from './planned-form.ts'
import type { Changed } from './shown.ts'

const input = z.object({ name: addInput.name, manager: addInput.manager })
const names = ['name', 'manager.name', 'manager.phone', 'manager.documentType', 'manager.document'] as const

/** 新增二级单位 (S2-36): its name and manager, then who comes along (D6) and what that moves, then 保存. */
export default function NewPage() {
  const t = useWords()
  const actor = useActor()
  const [done, setDone] = useState<{ changed: Changed; name: string } | null>(null)
  const flow = useFlow((changed, { change }) => setDone({ changed, name: change.kind === 'add' ? change.name : '' }))
  return (
    <>
      <Crumbs />
      <PageTitle title={t('structure.title.new')} mandate={actor?.mandate?.scopeName} lead={t('structure.page.new.lead')} />
      <Sheet width="form">
        {done ? (
          <DoneStep changed={done.changed} sentence={t('structure.page.new.done', { name: done.name })} deeds={(
            <>
              {done.changed.id && <Link className="onward" to="/center/secondary-units/$id" params={{ id: done.changed.id }}>{t('structure.page.look')}</Link>}
              <Link className="onward quiet" to="/center/secondary-units">{t('structure.page.to_list')}</Link>
            </>
          )} />
        ) : <Steps flow={flow} />}
      </Sheet>
    </>
  )
}

function Steps({ flow }: { flow: Flow }) {
  const t = useWords()
  const form = usePlannedForm(input, flow, {
    initial: { name: '', manager: { name: '', phone: '', documentType: 'ID', document: '' } }, names, under: 'manager.',
    change: (typed) => ({ kind: 'add', ...typed }),
  })
  const at = flow.at
  return (
    <>
      <LeaveGuard dirty={form.dirty || at !== null} />
      <div hidden={at !== null} onBlur={form.judge}>
        <ServerForm form={form} columns={2}>
          <FormPart title={t('structure.page.part.unit')}>
            <TextField name="name" label={t('structure.page.name')} hint={t('structure.page.hint.unit_name')} maxLength={100} wide />
          </FormPart>
          <FormPart title={t('structure.page.part.manager')} lead={t('structure.page.part.manager.lead')}>
            <NamedFields of="manager" under="manager." />
          </FormPart>
          <FormDeeds verb={t('structure.page.next')}><Link className="onward quiet" to="/center/secondary-units">{t('web.cancel')}</Link></FormDeeds>
        </ServerForm>
      </div>
      {at?.change.kind === 'add' && <PlanStep flow={flow} plan={at.plan} verb={t('structure.page.save')} back={flow.back} policy={<ComingPeople change={at.change} flow={flow} />} />}
    </>
  )
}
