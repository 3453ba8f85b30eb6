import { useNavigate } from '@tanstack/react-router'
import { FormDialog } from '../../../../web/ui/form-dialog.tsx'
import { TextField } from '../../../../web/ui/fields.tsx'
import { FormDeeds, ServerForm } from '../../../../web/ui/form.tsx'
import { useServerForm } from '../../../../web/server-form.ts'
import { useWords } from '../../../../web/words.ts'
import { callsContract } from '../../contract.ts'

/** 新建指南: a code and a title; everything else is written in the editor. */
export function BeginDialog({ close }: { close: () => void }) {
  const t = useWords()
  return <FormDialog open title={t('calls.editor.begin')} close={close}><Begin /></FormDialog>
}

function Begin() {
  const t = useWords()
  const navigate = useNavigate()
  const form = useServerForm(callsContract.beginCall, { done: ({ id }) => void navigate({ to: `/projects/calls/${id}` }) })
  return (
    <ServerForm form={form}>
      <TextField name="title" label={t('calls.editor.title_of_call')} maxLength={200} autoFocus />
      <TextField name="code" label={t('calls.page.code')} hint={t('calls.editor.code.hint')} maxLength={12} />
      <FormDeeds verb={t('calls.editor.begin')} />
    </ServerForm>
  )
}

/** 复制: a new call that begins as another one stands. */
export function CopyDialog({ id, title, close }: { id: string; title: string; close: () => void }) {
  const t = useWords()
  return <FormDialog open title={t('calls.editor.copy_call')} close={close}><Copy id={id} title={title} /></FormDialog>
}

function Copy({ id, title }: { id: string; title: string }) {
  const t = useWords()
  const navigate = useNavigate()
  const form = useServerForm(callsContract.copyCall, { fixed: { id }, done: (made) => void navigate({ to: `/projects/calls/${made.id}` }) })
  return (
    <ServerForm form={form}>
      <p>{t('calls.editor.copy_call.lead', { title })}</p>
      <TextField name="code" label={t('calls.page.code')} hint={t('calls.editor.code.hint')} maxLength={12} autoFocus />
      <FormDeeds verb={t('calls.editor.copy_call')} />
    </ServerForm>
  )
}
