import { Button } from 'antd'
import { CheckField, TextField } from '../../../web/ui/fields.tsx'
import { FormDialog } from '../../../web/ui/form-dialog.tsx'
import { FormDeeds, ServerForm } from '../../../web/ui/form.tsx'
import { Notice } from '../../../web/ui/notice.tsx'
import { useServerForm } from '../../../web/server-form.ts'
import { useWords } from '../../../web/words.ts'
import { legacyContract } from '../contract.ts'
import type { ShownImport } from './import-page.tsx'

/** Before accounts are made: how many, what is left out, that it cannot be taken back; the number is repeated. */
export function StartDialog({ one, open, close }: { one: ShownImport; open: boolean; close: () => void }) {
  const t = useWords()
  return (
    <FormDialog open={open} title={t('legacy.start.title', { n: one.counts.ok_new })} close={close}>
      <StartForm one={one} close={close} />
    </FormDialog>
  )
}

function StartForm({ one, close }: { one: ShownImport; close: () => void }) {
  const t = useWords()
  const form = useServerForm(legacyContract.start, { initial: { sendMail: false }, fixed: { id: one.id, version: one.version }, done: close })
  return (
    <>
      <p>{t('legacy.start.text', { n: one.counts.ok_new, units: one.units, rest: one.total - one.counts.ok_new })}</p>
      <p>{t('legacy.start.nobody_knows')}</p>
      <Notice tone="warn">{t('legacy.start.no_undo')}</Notice>
      <ServerForm form={form}>
        <TextField name="count" label={t('legacy.start.count')} inputMode="numeric" maxLength={6} hint={t('legacy.start.count.hint', { n: one.counts.ok_new })} />
        <CheckField name="sendMail" label={t('legacy.start.mail.label')} text={t('legacy.start.mail')} hint={t('legacy.start.mail.hint')} optional />
        <FormDeeds verb={t('legacy.verb.start')}><Button size="large" onClick={close}>{t('web.cancel')}</Button></FormDeeds>
      </ServerForm>
    </>
  )
}
