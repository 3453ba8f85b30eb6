import { Button, Input } from 'antd'
import { useEffect, useRef, useState } from 'react'
import { mail } from '../../../codes/mail.ts'
import { mobile } from '../../../codes/phone.ts'
import { afterPointer } from '../../../web/after-pointer.ts'
import { ask, type Answer } from '../../../web/client.ts'
import { useForm } from '../../../web/server-form.ts'
import { CodeSender } from '../../../web/ui/code-sender.tsx'
import { useWords } from '../../../web/words.ts'
import { Check } from '../../../web/ui/marks.tsx'
import { accountsContract } from '../contract.ts'

interface Props {
  channel: 'mail' | 'phone'
  /** Tells the address, so that a password that holds it is seen to be weak. */
  typed: (address: string) => void
  /** Id of the proof, once the code came back. */
  value?: string | null
  onChange?: (proofId: string | null) => void
  id?: string
  onBlur?: () => void
  status?: 'error'
  'aria-describedby'?: string
  'aria-invalid'?: true
  'aria-required'?: true
}

const name = { mail: 'mailProofId', phone: 'phoneProofId' } as const

/** S1-17: an address, a code sent to it, the code that came back, and then the tick. */
export function ProofControl({ channel, typed, value, onChange, id, status, ...aria }: Props) {
  const t = useWords()
  const form = useForm()
  const [address, setAddress] = useState('')
  const [code, setCode] = useState('')
  const [sent, setSent] = useState<{ id: string; to: string; minutes: number } | null>(null)
  const [wrong, setWrong] = useState('')
  const [busy, setBusy] = useState(false)
  const codeBox = useRef<HTMLInputElement | null>(null)
  const provenLine = useRef<HTMLParagraphElement>(null)
  useEffect(() => {
    if (sent) codeBox.current?.focus()
  }, [sent])
  useEffect(() => {
    // The box that had the focus is gone: a keyboard goes on from here.
    if (value && document.activeElement === document.body) provenLine.current?.focus({ preventScroll: true })
  }, [value])
  const blame = (sentence: string | null) => form.blame(name[channel], sentence)

  const canonical = (): string | null => {
    const checked = (channel === 'mail' ? mail : mobile)(address)
    blame(checked.ok ? null : t(checked.code, checked.params))
    return checked.ok ? checked.value : null
  }
  const change = (next: string) => {
    setAddress(next)
    typed(next)
    setSent(null)
    setCode('')
    setWrong('')
  }
  const send = async (): Promise<Answer<{ again: number }> | null> => {
    const to = canonical()
    if (!to) return null
    const answer = await ask(accountsContract.requestCode, { purpose: 'register', channel, address: to })
    if (!answer.ok) return answer
    const { id: proof, expiresAt, againAfterSeconds } = answer.value
    setSent({ id: proof, to, minutes: Math.max(1, Math.round((new Date(expiresAt).getTime() - Date.now()) / 60_000)) })
    return { ok: true, value: { again: againAfterSeconds } }
  }
  const prove = async (given: string) => {
    if (!sent || busy) return
    const digits = given.normalize('NFKC').replace(/\s/g, '')
    if (!/^\d{6}$/.test(digits)) return setWrong(t('proof.format'))
    setBusy(true)
    const answer = await ask(accountsContract.proveCode, { id: sent.id, code: digits })
    setBusy(false)
    if (!answer.ok) return setWrong(answer.refusal.fields.code?.sentence ?? answer.refusal.detail)
    setWrong('')
    blame(null)
    onChange?.(answer.value.id)
  }

  if (value) {
    return (
      <div className="proof proven">
        <p id={id} ref={provenLine} tabIndex={-1}><span className="code">{sent?.to}</span> <span className="good" role="status"><Check /> {t(`proof.proven.${channel}`)}</span></p>
        <Button type="link" onClick={() => (onChange?.(null), change(address))}>{t('proof.change')}</Button>
      </div>
    )
  }
  return (
    <div className="proof">
      <div className="row">
        <Input
          {...aria} id={id} status={status} value={address} onChange={(e) => change(e.target.value)} onBlur={() => afterPointer(() => address && canonical())}
          inputMode={channel === 'mail' ? 'email' : 'tel'} autoComplete={channel === 'mail' ? 'email' : 'tel'} maxLength={254} spellCheck={false}
        />
        <CodeSender send={send} />
      </div>
      {sent && (
        <div className="sub">
          <label htmlFor={`${id}-code`}>{t(`proof.${channel}`)}</label>
          <p className="hint">{t('proof.sent', { to: sent.to, minutes: sent.minutes })}</p>
          <div className="row">
            <Input
              id={`${id}-code`} ref={(box) => void (codeBox.current = box?.input ?? null)} className="code" value={code} inputMode="numeric" autoComplete="one-time-code" maxLength={12}
              status={wrong ? 'error' : undefined} aria-invalid={wrong ? true : undefined} aria-describedby={wrong ? `${id}-code-error` : undefined}
              onChange={(e) => {
                setCode(e.target.value)
                setWrong('')
                // The sixth digit sends it: one press less.
                if (/^\d{6}$/.test(e.target.value.normalize('NFKC').replace(/\s/g, ''))) void prove(e.target.value)
              }}
              onPressEnter={(e) => {
                e.preventDefault()
                void prove(code)
              }}
            />
            <Button loading={busy} onClick={() => void prove(code)}>{t('proof.prove')}</Button>
          </div>
          {wrong && <p className="error" id={`${id}-code-error`} role="alert">{wrong}</p>}
        </div>
      )}
    </div>
  )
}
