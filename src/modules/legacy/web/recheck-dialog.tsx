import { Button } from 'antd'
import { SelectField } from '../../../web/ui/fields.tsx'
import { FormDialog } from '../../../web/ui/form-dialog.tsx'
import { FormDeeds, ServerForm } from '../../../web/ui/form.tsx'
import { useServerForm } from '../../../web/server-form.ts'
import { useWords } from '../../../web/words.ts'
import { legacyContract } from '../contract.ts'
import { encodings, separators } from '../encoding.ts'
import { encodingWord } from './file-facts.tsx'
import type { ShownImport } from './import-page.tsx'

/** The file read once more: otherwise, or because others registered meanwhile. */
export function RecheckDialog({ one, open, close }: { one: ShownImport; open: boolean; close: () => void }) {
  const t = useWords()
  return (
    <FormDialog open={open} title={t('legacy.verb.recheck')} close={close}>
      <RecheckForm one={one} close={close} />
    </FormDialog>
  )
}

function RecheckForm({ one, close }: { one: ShownImport; close: () => void }) {
  const t = useWords()
  const form = useServerForm(legacyContract.recheck, { initial: { encoding: one.encoding, separator: one.separator }, fixed: { id: one.id, version: one.version }, done: close })
  return (
    <>
      <p className="legacy-remark">{t('legacy.format.hint')}</p>
      <ServerForm form={form}>
        <SelectField name="encoding" label={t('legacy.fact.encoding')} options={encodings.map((value) => ({ value, label: t(encodingWord(value)) }))} />
        <SelectField name="separator" label={t('legacy.fact.separator')} options={Object.keys(separators).map((value) => ({ value, label: t(`legacy.separator.${value}`) }))} />
        <FormDeeds verb={t('legacy.verb.recheck')}><Button size="large" onClick={close}>{t('web.cancel')}</Button></FormDeeds>
      </ServerForm>
    </>
  )
}
