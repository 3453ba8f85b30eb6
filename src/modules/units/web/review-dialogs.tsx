import { Checkbox, Input } from 'antd'
import { useState } from 'react'
import { useDeed } from '../../../web/ask.ts'
import type { Answer } from '../../../web/client.ts'
import { DeedDialog, ReasonDialog } from '../../../web/ui/dialogs.tsx'
import { useLang, useWords } from '../../../web/words.ts'
import { unitsContract } from '../contract.ts'
import { AuthorityTree } from './authority-tree.tsx'
import { nameIn, useAuthorities } from './choices.ts'
import type { Decide, Review } from './review-item.tsx'

interface Props {
  review: Review
  open: boolean
  close: () => void
  decide: Decide
}

/** The page tells an overtaken deed itself: the dialog only goes away. */
const closing = (decide: Decide, close: () => void): Decide => async (pending, said) => {
  const answer = await decide(pending, said)
  if (!answer) close()
  return answer
}

const nameOf = (r: Review) => r.form.name ?? ''

/** 通过; a code that fails its check must have been compared with the licence (fields.md). */
export function ApproveDialog({ review: r, open, close, decide }: Props) {
  const t = useWords()
  const approve = useDeed(unitsContract.approve)
  const [seen, setSeen] = useState(false)
  const [missing, setMissing] = useState(false)
  const byHand = r.form.creditCodeByHand || r.findings.some((f) => f.code === 'units.finding.by_hand')
  const act = async (): Promise<Answer<unknown> | null> => {
    if (byHand && !seen) {
      setMissing(true)
      return null
    }
    return closing(decide, close)(approve.do({ id: r.id, version: r.version, codeSeenOnLicence: seen }), t('units.review.done.approve', { name: nameOf(r) }))
  }
  return (
    <DeedDialog open={open} title={t('units.review.approve.title', { name: nameOf(r) })} verb={t('units.verb.approve')} close={close} act={act}>
      <p>{t('units.review.approve.text')}</p>
      {byHand && (
        <div className={missing && !seen ? 'field wrong' : 'field'}>
          <p className="hint">{t('units.review.code_seen.hint')}</p>
          <Checkbox checked={seen} onChange={(e) => setSeen(e.target.checked)}>{t('units.review.code_seen')}</Checkbox>
          {missing && !seen && <p className="error" role="alert">{t('units.verify_by_hand')}</p>}
        </div>
      )}
    </DeedDialog>
  )
}

export function RefuseDialog({ review: r, open, close, decide }: Props) {
  const t = useWords()
  const refuse = useDeed(unitsContract.refuse)
  return (
    <ReasonDialog
      open={open} close={close} danger title={t('units.review.refuse.title', { name: nameOf(r) })} verb={t('units.verb.refuse')} hint={t('units.review.reason.shown')}
      act={(reason) => answered(closing(decide, close)(refuse.do({ id: r.id, version: r.version, reason }), t('units.review.done.refuse', { name: nameOf(r) })))}
    >
      <p>{t('units.review.refuse.text')}</p>
    </ReasonDialog>
  )
}

/** 转交: to the authority that is in charge, with a word on why (E05). */
export function TransferDialog({ review: r, open, close, decide }: Props) {
  const t = useWords()
  const lang = useLang()
  const transfer = useDeed(unitsContract.transfer)
  const [to, setTo] = useState<string | null>(null)
  const [reason, setReason] = useState('')
  const [tried, setTried] = useState(false)
  const authority = useAuthorities().find((a) => a.id === to)
  const act = async (): Promise<Answer<unknown> | null> => {
    setTried(true)
    if (!to || !authority || !reason.trim()) return null
    return closing(decide, close)(
      transfer.do({ id: r.id, version: r.version, authorityId: to, reason: reason.trim() }), t('units.review.done.transfer', { to: nameIn(lang, authority) }),
    )
  }
  const error = (text: string, wrong: boolean) => tried && wrong && <p className="error" role="alert">{text}</p>
  return (
    <DeedDialog open={open} title={t('units.review.transfer.title', { name: nameOf(r) })} verb={t('units.verb.transfer')} close={close} act={act}>
      <p>{t('units.review.transfer.text')}</p>
      <div className="field">
        <label htmlFor="transfer-search">{t('units.review.transfer.to')}<Star /></label>
        <AuthorityTree id="transfer-search" value={to} choose={setTo} but={r.desk.id} />
        {error(t('authority.choose'), !to)}
      </div>
      <div className="field spaced">
        <label htmlFor="transfer-reason">{t('units.review.reason')}<Star /></label>
        <p className="hint" id="transfer-hint">{t('units.review.reason.shown')}</p>
        <Input.TextArea id="transfer-reason" rows={3} maxLength={500} showCount value={reason} aria-required="true" aria-describedby="transfer-hint" onChange={(e) => setReason(e.target.value)} />
        {error(t('review.reason_required'), !reason.trim())}
      </div>
    </DeedDialog>
  )
}

function Star() {
  const t = useWords()
  return <><span className="star" aria-hidden="true">*</span><span className="sr">{t('web.required')}</span></>
}

/** ReasonDialog wants an answer; where the page already told it, there is nothing left to say. */
const answered = async <T,>(pending: Promise<Answer<T> | null>): Promise<Answer<T | null>> => (await pending) ?? { ok: true, value: null }
