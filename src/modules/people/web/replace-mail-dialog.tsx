import { useServerForm } from '../../../web/server-form.ts'
import { TextAreaField, TextField } from '../../../web/ui/fields.tsx'
import { FormDialog } from '../../../web/ui/form-dialog.tsx'
import { FormDeeds, ServerForm } from '../../../web/ui/form.tsx'
import { useWords } from '../../../web/words.ts'
import { peopleContract } from '../contract.ts'
import type { Supported } from './supported-person.tsx'

/** 更换登记邮箱 (S1-58): for whom no link reaches any more. */
export function ReplaceMailDialog({ person, close, told }: { person: Supported; close: () => void; told: (sentence: string) => void }) {
  const t = useWords()
  const form = useServerForm(peopleContract.replaceMail, {
    fixed: { id: person.id, version: person.version },
    done: ({ mail }) => {
      close()
      told(t('people.support.replaceMail.done', { name: person.name, mail }))
    },
  })
  return (
    <FormDialog open title={t('people.support.replaceMail.title', { name: person.name })} close={close}>
      <ul>{[1, 2, 3].map((n) => <li key={n}>{t(`people.support.replaceMail.text.${n}`)}</li>)}</ul>
      <div className="spaced"><ServerForm form={form}>
        <TextField name="newMail" label={t('people.support.replaceMail.mail')} maxLength={254} />
        <TextAreaField name="note" label={t('people.support.replaceMail.note')} hint={t('people.support.replaceMail.note.hint')} maxLength={500} />
        <FormDeeds verb={t('people.support.replaceMail.verb')} />
      </ServerForm></div>
    </FormDialog>
  )
}
