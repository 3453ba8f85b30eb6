import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { z } from 'zod'
import { useActor } from '../../../web/session.ts'
import { TextField } from '../../../web/ui/fields.tsx'
import { FormPart } from '../../../web/ui/form.tsx'
import { LeaveGuard } from '../../../web/ui/leave-guard.tsx'
import { PageTitle, Sheet } from '../../../web/ui/page-title.tsx'
import { useWords } from '../../../web/words.ts'
import { addInput } from '../fields.ts'
import { ComingPeople } from './coming-people.tsx'
import { Crumbs } from './crumbs.tsx'
import { DoneStep } from './done-step.tsx'
import { NamedFields } from './named-fields.tsx'
import { usePlannedForm } from './planned.ts'
import { PlannedForm } from './planned-form.tsx'
import type { Changed, Selection } from './shown.ts'

const input = z.object({ name: addInput.name, manager: addInput.manager })
const names = ['name', 'manager.name', 'manager.phone', 'manager.documentType', 'manager.document'] as const

interface Done {
  changed: Changed
  name: string
}

/** 新增二级单位 (S2-36): its name and manager, who comes along (D6), and 保存. */
export default function NewPage() {
  const t = useWords()
  const actor = useActor()
  const [done, setDone] = useState<Done | null>(null)
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
        ) : <Filling done={setDone} />}
      </Sheet>
    </>
  )
}

function Filling({ done }: { done: (done: Done) => void }) {
  const t = useWords()
  const [people, take] = useState<Selection | undefined>(undefined)
  const planned = usePlannedForm(input, {
    initial: { name: '', manager: { name: '', phone: '', documentType: 'ID', document: '' } }, names, under: 'manager.',
    change: (typed) => ({ kind: 'add', ...typed, ...(people && { people }) }),
    done: (changed, { change }) => done({ changed, name: change.kind === 'add' ? change.name : '' }),
  })
  const { live } = planned
  return (
    <>
      <LeaveGuard dirty={planned.form.dirty || people !== undefined} />
      <PlannedForm
        of={planned} verb={t('structure.page.save')} policy={<ComingPeople people={people} take={take} n={live.isCurrent ? live.plan?.people : undefined} />}
        onward={<Link className="onward quiet" to="/center/secondary-units">{t('web.cancel')}</Link>}
      >
        <FormPart title={t('structure.page.part.unit')}>
          <TextField name="name" label={t('structure.page.name')} hint={t('structure.page.hint.unit_name')} maxLength={100} wide />
        </FormPart>
        <FormPart title={t('structure.page.part.manager')} lead={t('structure.page.part.manager.lead')}>
          <NamedFields of="manager" under="manager." />
        </FormPart>
      </PlannedForm>
    </>
  )
}
