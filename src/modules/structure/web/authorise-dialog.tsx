import { useState } from 'react'
import { FormDialog } from '../../../web/ui/form-dialog.tsx'
import { FormPart } from '../../../web/ui/form.tsx'
import { Notice } from '../../../web/ui/notice.tsx'
import { useWords } from '../../../web/words.ts'
import { namedForm } from '../fields.ts'
import { DoneStep } from './done-step.tsx'
import { NamedFields } from './named-fields.tsx'
import { usePlannedForm } from './planned.ts'
import { PlannedForm } from './planned-form.tsx'
import type { Changed, Grant } from './shown.ts'

const names = ['name', 'phone', 'documentType', 'document'] as const
interface Done {
  changed: Changed
  name: string
}

/** 新增授权 and 更改 (S2-28, S2-30): three fields and 授权; what it brings about stands between them. */
export function AuthoriseDialog({ present, close }: { present: Grant | null; close: () => void }) {
  const t = useWords()
  const [done, setDone] = useState<Done | null>(null)
  const title = t(present ? 'structure.page.replace.title' : 'structure.page.authorise.title')
  return (
    <FormDialog open title={title} width={760} close={close}>
      {done ? <DoneStep close={close} changed={done.changed} sentence={t('structure.page.authorise.done', { name: done.name })} /> : <Filling present={present} done={setDone} />}
    </FormDialog>
  )
}

function Filling({ present, done }: { present: Grant | null; done: (done: Done) => void }) {
  const t = useWords()
  const planned = usePlannedForm(namedForm, {
    initial: { documentType: 'ID' }, names,
    change: (person) => (present ? { kind: 'replace', grantId: present.id, person } : { kind: 'authorise', person }),
    done: (changed, { change }) => done({ changed, name: 'person' in change ? change.person.name : '' }),
  })
  return (
    <>
      {present && <Notice tone="warn">{t('structure.page.replace.text', { name: present.name })}</Notice>}
      <PlannedForm of={planned} verb={t('structure.page.authorise')}>
        <FormPart title={t('structure.page.present')} lead={t('structure.page.not_both')}><NamedFields of="authorised" under="" /></FormPart>
      </PlannedForm>
    </>
  )
}
