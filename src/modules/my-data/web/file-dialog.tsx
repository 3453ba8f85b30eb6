import { Button } from 'antd'
import { useRef, useState } from 'react'
import type { OutputOf } from '../../../kernel/contract.ts'
import { ask, fetchFile, type Answer } from '../../../web/client.ts'
import { useServerForm } from '../../../web/server-form.ts'
import { CodeSender } from '../../../web/ui/code-sender.tsx'
import { PasswordField, RadioField, TextField } from '../../../web/ui/fields.tsx'
import { FormDeeds, ServerForm } from '../../../web/ui/form.tsx'
import { FormDialog } from '../../../web/ui/form-dialog.tsx'
import { useWords } from '../../../web/words.ts'
import { accountsContract } from '../../accounts/contract.ts'
import { myDataContract } from '../contract.ts'

type Ways = OutputOf<typeof myDataContract.mine>['stepUp']

function save(file: Blob, name: string): void {
  const url = URL.createObjectURL(file)
  const link = Object.assign(document.createElement('a'), { href: url, download: name })
  link.click()
  // After the browser has begun to read it.
  setTimeout(() => URL.revokeObjectURL(url), 60_000)
}

/** The file holds whole numbers: whoever asks shows once more that the account is his, by password or by a code. */
export function FileDialog({ ways, close, done }: { ways: Ways; close: () => void; done: () => void }) {
  const t = useWords()
  const [byCode, setByCode] = useState(!ways.password)
  const hasCode = ways.channels.length > 0
  return (
    <FormDialog open title={t('myData.file')} close={close}>
      <p>{t('myData.file.lead')}</p>
      <div className="step-up">{!ways.password && !hasCode ? <p>{t('myData.file.no_way')}</p> : byCode
        ? <ByCode channels={ways.channels} close={close} done={done} />
        : <ByPassword close={close} done={done} />}</div>
      {ways.password && hasCode && (
        <p className="spaced"><button type="button" className="link" onClick={() => setByCode(!byCode)}>{byCode ? t('myData.file.use_password') : t('myData.file.use_code')}</button></p>
      )}
    </FormDialog>
  )
}

interface Props {
  close: () => void
  done: () => void
}

function useSave() {
  const t = useWords()
  return async (shown: { password?: string | null | undefined; proofId?: string | null | undefined }): Promise<Answer<void>> => {
    const answer = await fetchFile(myDataContract.file, shown)
    if (!answer.ok) return answer
    save(answer.value, `${t('myData.title')}.zip`)
    return { ok: true, value: undefined }
  }
}

function ByPassword({ close, done }: Props) {
  const t = useWords()
  const saveWith = useSave()
  const form = useServerForm(myDataContract.file, { done, send: ({ password }) => saveWith({ password }) })
  return (
    <ServerForm form={form}>
      <PasswordField name="password" label={t('myData.file.password')} autoComplete="current-password" />
      <FormDeeds verb={t('myData.file')}><Button size="large" onClick={close}>{t('myData.file.cancel')}</Button></FormDeeds>
    </ServerForm>
  )
}

function ByCode({ channels, close, done }: Props & { channels: Ways['channels'] }) {
  const t = useWords()
  const saveWith = useSave()
  const sent = useRef<{ id: string; isProven: boolean } | null>(null)
  const send = async () => {
    const { channel } = form.store.getFieldsValue(true) as { channel: Ways['channels'][number]['channel'] }
    const answer = await ask(myDataContract.sendOwnCode, { channel })
    if (answer.ok) sent.current = { id: answer.value.id, isProven: false }
    return answer.ok ? { ok: true as const, value: { again: answer.value.againAfterSeconds } } : answer
  }
  const form = useServerForm(myDataContract.file, {
    done,
    initial: { channel: channels[0]?.channel } as object,
    async send(input) {
      const proof = sent.current
      if (proof && !proof.isProven) {
        const { code = '' } = input as { code?: string }
        const proven = await ask(accountsContract.proveCode, { id: proof.id, code })
        if (!proven.ok) return proven
        proof.isProven = true
      }
      return saveWith({ proofId: proof?.id ?? null })
    },
    refused: (refusal) => {
      // Beside the code, whichever of the two steps said no.
      const sentence = refusal.fields.code?.sentence ?? refusal.fields.proofId?.sentence ?? (sent.current ? null : t('proof.not_proven'))
      if (sentence) form.blame('code', sentence)
      return sentence !== null
    },
  })
  return (
    <ServerForm form={form}>
      <p>{t('myData.file.code')}</p>
      <RadioField name="channel" label={t('myData.file.code.to')} options={channels.map((one) => ({ value: one.channel, label: one.address }))} />
      <CodeSender send={send} />
      <TextField name="code" label={t('myData.file.code.label')} autoComplete="one-time-code" inputMode="numeric" maxLength={6} />
      <FormDeeds verb={t('myData.file')}><Button size="large" onClick={close}>{t('myData.file.cancel')}</Button></FormDeeds>
    </ServerForm>
  )
}
