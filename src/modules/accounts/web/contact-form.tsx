import { Button } from 'antd'
import { useState } from 'react'
import { z } from 'zod'
import { verb } from '../../../kernel/contract.ts'
import { ask, type Answer } from '../../../web/client.ts'
import { useServerForm } from '../../../web/server-form.ts'
import { CodeSender } from '../../../web/ui/code-sender.tsx'
import { PasswordField, TextField } from '../../../web/ui/fields.tsx'
import { FormDeeds, ServerForm } from '../../../web/ui/form.tsx'
import { useWords } from '../../../web/words.ts'
import { accountsContract } from '../contract.ts'
import { checkAddress, oneTimeCode, typedSecret, type ProofChannel } from '../fields.ts'

const { changeContact, proveCode, requestCode } = accountsContract

/** What is typed here; it is sent as two verbs, the proof and then the change. */
const typedForm = verb({
  ...changeContact, input: z.object({ address: z.string({ error: 'field.required' }).min(1, { error: 'field.required' }), code: oneTimeCode, password: typedSecret }),
})

/** S1-17: another mailbox or phone, proven by a code and confirmed by the password. */
export function ContactForm({ channel, close, done }: { channel: ProofChannel; close: () => void; done: () => void }) {
  const t = useWords()
  const [asked, setAsked] = useState<{ id: string; proven: boolean } | null>(null)
  const form = useServerForm(typedForm, {
    done,
    send: async ({ code, password }) => {
      if (!asked) return blamed('code', t('proof.not_proven'))
      if (!asked.proven) {
        const proven = await ask(proveCode, { id: asked.id, code })
        if (!proven.ok) return proven
        setAsked({ ...asked, proven: true })
      }
      const changed = await ask(changeContact, { proofId: asked.id, password })
      return changed.ok ? changed : { ok: false, refusal: { ...changed.refusal, fields: atAddress(changed.refusal.fields) } }
    },
  })
  const send = async (): Promise<Answer<{ again: number }> | null> => {
    const checked = checkAddress(channel)(String(form.store.getFieldValue('address') ?? ''))
    form.blame('address', checked.ok ? null : t(checked.code, checked.params))
    if (!checked.ok) return null
    const answer = await ask(requestCode, { purpose: 'change', channel, address: checked.value })
    if (!answer.ok) return answer
    setAsked({ id: answer.value.id, proven: false })
    return { ok: true, value: { again: answer.value.againAfterSeconds } }
  }
  return (
    <ServerForm form={form}>
      <TextField
        name="address" label={t(`accounts.${channel}.new`)} inputMode={channel === 'mail' ? 'email' : 'tel'} autoComplete={channel === 'mail' ? 'email' : 'tel'}
        maxLength={254} below={<CodeSender send={send} />}
      />
      <TextField name="code" label={t('second_factor.code')} inputMode="numeric" autoComplete="one-time-code" maxLength={12} />
      <PasswordField name="password" label={t('accounts.confirm_password')} autoComplete="current-password" />
      <FormDeeds verb={t('accounts.confirm')}><Button size="large" onClick={close}>{t('accounts.cancel')}</Button></FormDeeds>
    </ServerForm>
  )
}

type Fields = Record<string, { code: string; sentence: string }>

const blamed = (name: string, sentence: string): Answer<never> => ({
  ok: false, refusal: { status: 422, code: 'input.invalid', detail: sentence, requestId: '', helper: null, fields: { [name]: { code: '', sentence } } },
})

/** What is said of the mailbox, the phone or the proof stands beside the address that was typed. */
const atAddress = ({ mail, phone, proofId, ...rest }: Fields): Fields => {
  const ours = mail ?? phone ?? proofId
  return ours ? { ...rest, address: ours } : rest
}
