import { Button } from 'antd'
import { Facts } from '../../../web/ui/facts.tsx'
import { SelectField } from '../../../web/ui/fields.tsx'
import { FormDeeds, ServerForm } from '../../../web/ui/form.tsx'
import { Sheet } from '../../../web/ui/page-title.tsx'
import { sizeInWords } from '../../../web/ui/size.ts'
import { Day, Time } from '../../../web/ui/time.tsx'
import { useServerForm } from '../../../web/server-form.ts'
import { useWords } from '../../../web/words.ts'
import { legacyContract } from '../contract.ts'
import { encodings, separators, type Encoding } from '../encoding.ts'
import type { ShownImport } from './import-page.tsx'

const encodingWord = (encoding: Encoding) => (encoding === 'utf-8' ? 'legacy.encoding.utf8' : 'legacy.encoding.gb18030')

/** How the file was read, to be corrected, and how long it is kept. */
export function FileFacts({ one, discard }: { one: ShownImport; discard: () => void }) {
  const t = useWords()
  const rows = [
    { label: t('legacy.fact.by'), value: <>{one.by} <Time at={one.createdAt} /></> },
    { label: t('legacy.fact.size'), value: sizeInWords(one.bytes) },
    { label: t('legacy.fact.encoding'), value: t(encodingWord(one.encoding)) },
    { label: t('legacy.fact.separator'), value: t(`legacy.separator.${one.separator}`) },
    ...(one.checkedAt && one.state !== 'checking' ? [{ label: t('legacy.fact.lines'), value: String(one.total) }, { label: t('legacy.fact.units'), value: String(one.units) }] : []),
    one.erasedAt ? { label: t('legacy.fact.erased'), value: <Time at={one.erasedAt} /> } : { label: t('legacy.fact.kept'), value: <Day at={one.keptUntil} /> },
  ]
  return (
    <Sheet title={t('legacy.facts')} deed={one.can.includes('discard') && <Button onClick={discard}>{t('legacy.verb.discard')}</Button>}>
      <Facts rows={rows} columns={2} />
      {one.can.includes('recheck') && <FormatForm one={one} />}
    </Sheet>
  )
}

function FormatForm({ one }: { one: ShownImport }) {
  const t = useWords()
  const form = useServerForm(legacyContract.recheck, { initial: { encoding: one.encoding, separator: one.separator }, fixed: { id: one.id, version: one.version }, key: one.version })
  return (
    <ServerForm form={form} columns={2}>
      <p className="hint wide legacy-remark">{t('legacy.format.hint')}</p>
      <SelectField name="encoding" label={t('legacy.fact.encoding')} options={encodings.map((value) => ({ value, label: t(encodingWord(value)) }))} />
      <SelectField name="separator" label={t('legacy.fact.separator')} options={Object.keys(separators).map((value) => ({ value, label: t(`legacy.separator.${value}`) }))} />
      <FormDeeds verb={t('legacy.verb.recheck')} />
    </ServerForm>
  )
}
