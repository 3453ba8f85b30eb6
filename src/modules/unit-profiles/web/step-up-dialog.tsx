import { Button } from 'antd'
import { useState } from 'react'
import { z } from 'zod'
import { verb } from '../../../kernel/contract.ts'
import { ask, type Answer } from '../../../web/client.ts'
import { useServerForm } from '../../../web/server-form.ts'
import { CodeSender } from '../../../web/ui/code-sender.tsx'
import { FormDialog } from '../../../web/ui/form-dialog.tsx'
import { PasswordField, RadioField, TextField } from '../../../web/ui/fields.tsx'
import { FormDeeds, ServerForm } from '../../../web/ui/form.tsx'
import { useWords } from '../../../web/words.ts'
import { accountsContract } from '../../accounts/contract.ts'
import { oneTimeCode, typedSecret, type ProofChannel } from '../../accounts/fields.ts'
import { unitProfilesContract } from '../contract.ts'
import type { ShownPending } from './shown.ts'

interface Props {
  pending: ShownPending
  close: () => void
  done: () => void
}

/** D20: a unit that has only its account shows once more that it is its owner: by its password, or by a code where it has none. */
export function StepUpDialog({ pending, close, done }: Props) {
  const t = useWords()
  const [byCode, setByCode] = useState(!pending.stepUp?.password)
  const [channel] = pending.stepUp?.channels ?? []
  return (
    <FormDialog open title={t('unitProfiles.verb.confirmBankAlone')} close={close}>
      <div className="step-up">
        <p>{t('unitProfiles.step_up.text')}</p>
        {byCode ? <ByCode pending={pending} close={close} done={done} /> : <ByPassword pending={pending} close={close} done={done} />}
        {pending.stepUp?.password && channel && (
          <p><button type="button" className="link" onClick={() => setByCode(!byCode)}>{t(byCode ? 'unitProfiles.step_up.by_password' : 'unitProfiles.step_up.by_code')}</button></p>
        )}
      </div>
    </FormDialog>
  )
}

const passwordForm = verb({ ...unitProfilesContract.confirmBankAlone, input: z.object({ id: z.uuid(), version: z.number(), password: typedSecret }) })

function ByPassword({ pending, close, done }: Props) {
  const t = useWords()
  const form = useServerForm(passwordForm, { fixed: { id: pending.id, version: pending.version }, done })
  return (
    <ServerForm form={form}>
      <PasswordField name="password" label={t('unitProfiles.step_up.password')} autoComplete="current-password" />
      <FormDeeds verb={t('unitProfiles.verb.confirmBank')}><Button size="large" onClick={close}>{t('web.cancel')}</Button></FormDeeds>
    </ServerForm>
  )
}

/** What is typed here is sent as two verbs: the code makes a proof, and the proof confirms. */
const codeForm = verb({ ...unitProfilesContract.confirmBankAlone, input: z.object({ id: z.uuid(), version: z.number(), channel: z.enum(['mail', 'phone']), code: oneTimeCode }) })

function ByCode({ pending, close, done }: Props) {
  const t = useWords()
  const channels = pending.stepUp?.channels ?? []
  const [asked, setAsked] = useState<{ id: string; proven: boolean } | null>(null)
  const form = useServerForm(codeForm, {
    initial: { channel: channels[0]?.channel ?? 'phone' }, fixed: { id: pending.id, version: pending.version }, done,
    send: async ({ id, version, code }) => {
      if (!asked) return blamed(t('proof.not_proven'))
      if (!asked.proven) {
        const proven = await ask(accountsContract.proveCode, { id: asked.id, code })
        if (!proven.ok) return proven
        setAsked({ ...asked, proven: true })
      }
      const answer = await ask(unitProfilesContract.confirmBankAlone, { id, version, proofId: asked.id }, { key: asked.id })
      return answer.ok || !answer.refusal.fields.proofId ? answer : blamed(answer.refusal.fields.proofId.sentence)
    },
  })
  const send = async (): Promise<Answer<{ again: number }>> => {
    const answer = await ask(unitProfilesContract.sendOwnCode, { channel: form.store.getFieldValue('channel') as ProofChannel })
    if (!answer.ok) return answer
    setAsked({ id: answer.value.id, proven: false })
    return { ok: true, value: { again: answer.value.againAfterSeconds } }
  }
  return (
    <ServerForm form={form}>
      <RadioField name="channel" label={t('unitProfiles.step_up.channel')} options={channels.map((one) => ({ value: one.channel, label: t(`unitProfiles.step_up.to.${one.channel}`, { address: one.address }) }))} />
      <TextField name="code" label={t('unitProfiles.step_up.code')} inputMode="numeric" autoComplete="one-time-code" maxLength={12} below={<CodeSender send={send} />} />
      <FormDeeds verb={t('unitProfiles.verb.confirmBank')}><Button size="large" onClick={close}>{t('web.cancel')}</Button></FormDeeds>
    </ServerForm>
  )
}

const blamed = (sentence: string): Answer<never> => ({
  ok: false, refusal: { status: 422, code: 'input.invalid', detail: sentence, requestId: '', helper: null, fields: { code: { code: '', sentence } } },
})
