import { Select } from 'antd'
import { useServerForm } from '../../../web/server-form.ts'
import { TextAreaField, TextField } from '../../../web/ui/fields.tsx'
import { FormDialog } from '../../../web/ui/form-dialog.tsx'
import { Field, FormDeeds, ServerForm, type FieldProps } from '../../../web/ui/form.tsx'
import { useClearing } from '../../../web/ui/clearing.tsx'
import { useLang, useWords } from '../../../web/words.ts'
import { recoveryContract } from '../contract.ts'
import { monthName } from './month.ts'
import type { Note } from './notes.tsx'

/** A note is written, or changed as it was when the dialog opened (I8). */
export function NoteDialog({ note, close }: { note: Note | 'new' | null; close: () => void }) {
  const t = useWords()
  return (
    <FormDialog open={note !== null} title={t(note === 'new' ? 'recovery.notes.add' : 'recovery.notes.change')} close={close}>
      {note === 'new' ? <AddForm close={close} /> : note && <ChangeForm note={note} close={close} />}
    </FormDialog>
  )
}

const shape = (typed: Record<string, unknown>) => ({ ...typed, body: typed.body ?? '' })

function AddForm({ close }: { close: () => void }) {
  const form = useServerForm(recoveryContract.addNote, { shape, done: close })
  return <ServerForm form={form}><Fields /></ServerForm>
}

function ChangeForm({ note, close }: { note: Note; close: () => void }) {
  const form = useServerForm(recoveryContract.changeNote, {
    shape, done: close, fixed: { id: note.id, version: note.version },
    initial: { title: note.title, body: note.body, recursMonth: note.recursMonth, recursDay: note.recursDay },
  })
  return <ServerForm form={form}><Fields /></ServerForm>
}

function Fields() {
  const t = useWords()
  const lang = useLang()
  const months = Array.from({ length: 12 }, (_, i) => ({ value: i + 1, label: monthName(lang, i + 1) }))
  const days = Array.from({ length: 31 }, (_, i) => ({ value: i + 1, label: String(i + 1) }))
  return (
    <>
      <TextField name="title" label={t('recovery.notes.field.title')} maxLength={60} />
      <TextAreaField name="body" label={t('recovery.notes.field.body')} hint={t('recovery.notes.hint.body')} maxLength={2000} rows={6} optional />
      <div className="month-day">
        <NumberChoice name="recursMonth" label={t('recovery.notes.field.month')} hint={t('recovery.notes.hint.month')} options={months} />
        <NumberChoice name="recursDay" label={t('recovery.notes.field.day')} hint={t('recovery.notes.hint.day')} options={days} />
      </div>
      <FormDeeds verb={t('recovery.notes.save')} />
    </>
  )
}

const NumberChoice = ({ options, ...field }: FieldProps & { options: readonly { value: number; label: string }[] }) => {
  const t = useWords()
  const clearing = useClearing()
  return <Field {...field} optional>{(w) => <Select {...w} options={[...options]} allowClear={clearing} placeholder={t('web.choose')} showSearch={{ optionFilterProp: 'label' }} style={{ width: '100%' }} />}</Field>
}
