import { Link, useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { z } from 'zod'
import { field } from '../../../kernel/field.ts'
import { useAsk } from '../../../web/ask.ts'
import { useHeld } from '../../../web/held.ts'
import { TextField } from '../../../web/ui/fields.tsx'
import { FormPart } from '../../../web/ui/form.tsx'
import { LeaveGuard } from '../../../web/ui/leave-guard.tsx'
import { Loaded } from '../../../web/ui/loaded.tsx'
import { NotFound } from '../../../web/ui/not-found.tsx'
import { PageTitle, Sheet } from '../../../web/ui/page-title.tsx'
import { useWords } from '../../../web/words.ts'
import { structureContract } from '../contract.ts'
import { Crumbs } from './crumbs.tsx'
import { changedManagerForm, namedForm, secondaryUnitName } from '../fields.ts'
import { DoneStep } from './done-step.tsx'
import { changedManager } from './named.ts'
import { NamedFields } from './named-fields.tsx'
import { usePlannedForm } from './planned.ts'
import { PlannedForm } from './planned-form.tsx'
import type { Changed, SecondaryUnit } from './shown.ts'

const names = ['name', 'manager.name', 'manager.phone', 'manager.documentType', 'manager.document'] as const
/** With a manager, what is left empty stays; without one, either nobody is named or somebody in full (E36). */
const kept = z.object({ name: field(secondaryUnitName), manager: changedManagerForm })
const vacant = z.object({ name: field(secondaryUnitName), manager: namedForm })

/** 编辑 (S2-37): all four fields; another manager is revocation and grant in one step (E30). */
export default function EditPage() {
  const { id = '' } = useParams({ strict: false })
  const asked = useAsk(structureContract.secondaryUnits, {}, { fresh: true })
  return (
    <Loaded of={asked}>{({ rows }) => {
      const row = rows.find((one) => one.id === id)
      return row ? <Edit key={id} shown={row} /> : <NotFound />
    }}</Loaded>
  )
}

function Edit({ shown }: { shown: SecondaryUnit }) {
  const t = useWords()
  const row = useHeld(shown)
  const [done, setDone] = useState<Changed | null>(null)
  return (
    <>
      <Crumbs />
      <PageTitle title={t('structure.title.edit')} mandate={row.name} lead={t('structure.page.edit.lead')} />
      <Sheet width="form">
        {done ? (
          <DoneStep changed={done} sentence={t('structure.page.edit.done')} deeds={(
            <>
              <Link className="onward" to="/center/secondary-units/$id" params={{ id: row.id }}>{t('structure.page.look')}</Link>
              <Link className="onward quiet" to="/center/secondary-units">{t('structure.page.to_list')}</Link>
            </>
          )} />
        ) : <Filling row={row} done={setDone} />}
      </Sheet>
    </>
  )
}

function Filling({ row, done }: { row: SecondaryUnit; done: (changed: Changed) => void }) {
  const t = useWords()
  const { manager } = row
  const [naming, setNaming] = useState(manager !== null)
  const schema = manager ? kept : vacant
  const planned = usePlannedForm(naming ? schema : kept, {
    initial: { name: row.name, manager: { name: manager?.name ?? '', phone: '', documentType: manager?.documentType ?? 'ID', document: '' } }, names, under: 'manager.', done,
    change: ({ name, manager: typed }) => {
      const named = naming ? changedManager(manager, { ...typed, name: typed.name ?? '', phone: typed.phone ?? '', documentType: typed.documentType ?? 'ID', document: typed.document ?? '' }) : null
      const renamed = name.trim() === row.name ? null : name
      if (!named && !renamed) return { nothing: 'structure.nothing_changed' }
      return { kind: 'change', id: row.id, version: row.version, name: renamed, ...(named && { manager: named }) }
    },
  })
  return (
    <>
      <LeaveGuard dirty={planned.form.dirty} />
      <PlannedForm of={planned} verb={t('structure.page.save')} onward={<Link className="onward quiet" to="/center/secondary-units/$id" params={{ id: row.id }}>{t('web.cancel')}</Link>}>
        <FormPart title={t('structure.page.part.unit')}>
          <TextField name="name" label={t('structure.page.name')} hint={t('structure.page.hint.unit_name')} maxLength={100} wide />
        </FormPart>
        <FormPart title={t('structure.page.part.manager')} lead={t(manager ? 'structure.page.part.manager.edit' : 'structure.page.part.manager.vacant')}>
          {naming
            ? <NamedFields of="manager" under="manager." {...(manager && { kept: manager })} />
            : <p><button type="button" className="link" onClick={() => setNaming(true)}>{t('structure.page.name_manager')}</button></p>}
        </FormPart>
      </PlannedForm>
    </>
  )
}
