import { Button } from 'antd'
import { FormDeeds, ServerForm } from '../../../web/ui/form.tsx'
import { TextAreaField, TextField } from '../../../web/ui/fields.tsx'
import { FormDialog } from '../../../web/ui/form-dialog.tsx'
import { useServerForm } from '../../../web/server-form.ts'
import { useWords } from '../../../web/words.ts'
import { unitsContract } from '../contract.ts'
import type { ShownUnit } from './unit-page.tsx'

/** 更名 (E03). */
export function RenameDialog({ unit, close, done }: { unit: ShownUnit; close: () => void; done: (sentence: string) => void }) {
  const t = useWords()
  const form = useServerForm(unitsContract.rename, {
    initial: { name: unit.name, reason: '' },
    fixed: { id: unit.id, version: unit.version },
    done: ({ name }) => done(t('units.rename.done', { name })),
  })
  return (
    <FormDialog open title={t('units.rename.title', { name: unit.name })} close={close}>
      <p>{t('units.rename.text')}</p>
      <ServerForm form={form}>
        <TextField name="name" label={t('units.rename.name')} hint={t('units.rename.name.hint')} wide />
        <TextAreaField name="reason" label={t('units.reason.note')} hint={t('units.reason.note.hint')} maxLength={500} />
        <FormDeeds verb={t('units.verb.rename')}><Button onClick={close}>{t('web.cancel')}</Button></FormDeeds>
      </ServerForm>
    </FormDialog>
  )
}
