import { identityDocumentTypes } from '../../../codes/identity-document.ts'
import { useServerForm } from '../../../web/server-form.ts'
import { SelectField, TextAreaField, TextField } from '../../../web/ui/fields.tsx'
import { FormDialog } from '../../../web/ui/form-dialog.tsx'
import { FormDeeds, ServerForm } from '../../../web/ui/form.tsx'
import { useLang, useWords } from '../../../web/words.ts'
import { peopleContract } from '../contract.ts'
import type { Supported } from './supported-person.tsx'

/** 更正姓名或证件 (S1-58): what is left empty stays as it is. */
export function CorrectDialog({ person, close, told }: { person: Supported; close: () => void; told: (sentence: string) => void }) {
  const t = useWords()
  const lang = useLang()
  const form = useServerForm(peopleContract.correct, {
    initial: { newDocumentType: person.documentType ?? 'ID' }, fixed: { id: person.id, version: person.version },
    done: ({ state }) => {
      close()
      told(t(state === person.state ? 'people.support.correct.done' : 'people.support.correct.done.new', { name: person.name }))
    },
  })
  return (
    <FormDialog open title={t('people.support.correct.title', { name: person.name })} close={close}>
      <p className="lead">{t('people.support.correct.text')}</p>
      <div className="spaced"><ServerForm form={form}>
        <TextField name="newName" label={t('people.support.correct.name')} maxLength={60} optional />
        <SelectField
          name="newDocumentType" label={t('people.field.documentType')}
          options={identityDocumentTypes.items.map((item) => ({ value: item.code, label: (lang === 'en' && item.en) || item.name }))}
        />
        <TextField name="newDocument" label={t('people.support.correct.document')} maxLength={60} optional />
        <TextAreaField name="note" label={t('people.support.correct.reason')} hint={t('people.support.correct.reason.hint')} maxLength={500} />
        <FormDeeds verb={t('people.support.correct.verb')} />
      </ServerForm></div>
    </FormDialog>
  )
}
