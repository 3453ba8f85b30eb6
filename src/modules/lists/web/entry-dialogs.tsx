import { Button } from 'antd'
import { useDeed } from '../../../web/ask.ts'
import { useServerForm } from '../../../web/server-form.ts'
import { DateField } from '../../../web/ui/date-field.tsx'
import { ConfirmDialog } from '../../../web/ui/dialogs.tsx'
import { FormDialog } from '../../../web/ui/form-dialog.tsx'
import { FormDeeds, ServerForm } from '../../../web/ui/form.tsx'
import { SelectField, TextField } from '../../../web/ui/fields.tsx'
import { useLang, useWords } from '../../../web/words.ts'
import { listsContract } from '../contract.ts'
import { nameIn, type Entry, type List } from './entries.ts'

export type EntryDoing = { deed: 'add' } | { deed: Entry['can'][number]; row: Entry }

interface Props {
  doing: EntryDoing | null
  list: List
  close: () => void
  /** The name of what was saved. */
  tell: (name: string) => void
}

export function EntryDialogs({ doing, list, close, tell }: Props) {
  const t = useWords()
  const revive = useDeed(listsContract.revive)
  const lang = useLang()
  const row = doing && doing.deed !== 'add' ? doing.row : null
  const name = row ? nameIn(lang, row) : ''
  const done = (said: string) => (tell(said), close())
  const act = async () => {
    const answer = await revive.do({ list: list.id, code: row?.code ?? '', version: row?.version ?? 0 })
    if (answer.ok) tell(name)
    return answer
  }
  return (
    <>
      <FormDialog open={doing?.deed === 'add'} title={t('lists.add.title', { name: lang === 'en' ? list.nameEn : list.name })} close={close}>
        <AddForm list={list} close={close} done={done} />
      </FormDialog>
      <FormDialog open={doing?.deed === 'rename'} title={t('lists.rename.title', { name })} close={close}>
        {row && <RenameForm list={list} row={row} close={close} done={done} />}
      </FormDialog>
      <FormDialog open={doing?.deed === 'end' || doing?.deed === 'succeed'} title={t('lists.end.title', { name })} close={close}>
        {row && <EndForm list={list} row={row} close={close} done={done} />}
      </FormDialog>
      <ConfirmDialog open={doing?.deed === 'revive'} title={t('lists.revive.title', { name })} verb={t('lists.revive')} undo close={close} act={act}>
        <p>{t('lists.revive.ask')}</p>
      </ConfirmDialog>
    </>
  )
}

interface FormProps {
  list: List
  close: () => void
  done: (name: string) => void
}

function AddForm({ list, close, done }: FormProps) {
  const t = useWords()
  const form = useServerForm(listsContract.add, { initial: { sort: 0 }, fixed: { list: list.id }, done: (): void => done(String(form.store.getFieldValue('name'))) })
  const hasParents = list.entries.some((entry) => entry.parent)
  return (
    <ServerForm form={form}>
      <TextField name="code" label={t('lists.add.code')} hint={t('lists.add.code.hint')} maxLength={40} />
      <Names />
      {hasParents && <TextField name="parent" label={t('lists.add.parent')} maxLength={40} optional />}
      <DateField name="from" label={t('lists.add.from')} hint={t('lists.add.from.hint')} optional />
      <FormDeeds verb={t('lists.add')}><Button size="large" onClick={close}>{t('lists.cancel')}</Button></FormDeeds>
    </ServerForm>
  )
}

function RenameForm({ list, row, close, done }: FormProps & { row: Entry }) {
  const t = useWords()
  const form = useServerForm(listsContract.rename, {
    initial: { name: row.name, nameEn: row.nameEn }, fixed: { list: list.id, code: row.code, version: row.version },
    done: (): void => done(String(form.store.getFieldValue('name'))),
  })
  return (
    <ServerForm form={form}>
      <p className="hint">{t('lists.rename.hint')}</p>
      <Names />
      <FormDeeds verb={t('lists.save')}><Button size="large" onClick={close}>{t('lists.cancel')}</Button></FormDeeds>
    </ServerForm>
  )
}

function EndForm({ list, row, close, done }: FormProps & { row: Entry }) {
  const t = useWords()
  const lang = useLang()
  const form = useServerForm(listsContract.end, {
    initial: { to: row.to ?? undefined, successor: row.successor[0] }, fixed: { list: list.id, code: row.code, version: row.version }, done: () => done(nameIn(lang, row)),
  })
  const others = list.entries.filter((entry) => entry.code !== row.code && entry.state !== 'ended')
  return (
    <ServerForm form={form}>
      <DateField name="to" label={t('lists.end.to')} hint={t('lists.end.to.hint')} from={row.from ?? undefined} />
      <SelectField name="successor" label={t('lists.end.successor')} hint={t('lists.end.successor.hint')} placeholder={t('lists.end.successor.none')} optional
        options={others.map((entry) => ({ value: entry.code, label: `${nameIn(lang, entry)}（${entry.code}）` }))} />
      <FormDeeds verb={t('lists.end')}><Button size="large" onClick={close}>{t('lists.cancel')}</Button></FormDeeds>
    </ServerForm>
  )
}

function Names() {
  const t = useWords()
  return (
    <>
      <TextField name="name" label={t('lists.name')} maxLength={120} />
      <TextField name="nameEn" label={t('lists.name_en')} maxLength={200} optional />
    </>
  )
}
