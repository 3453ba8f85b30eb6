import { Input, Radio } from 'antd'
import { useState } from 'react'
import { useDeed } from '../../../web/ask.ts'
import type { Answer } from '../../../web/client.ts'
import { DeedDialog } from '../../../web/ui/dialogs.tsx'
import { useWords } from '../../../web/words.ts'
import { recoveryContract } from '../contract.ts'
import { refusalReasons, type RefusalReason } from '../recovery-case.ts'
import { closing, type CaseDialogProps } from './case-dialogs.tsx'

/** 不通过: a coded reason and its text; the claimant reads both, and how to begin anew (S1-10). */
export function RefuseDialog({ c, open, close, decide }: CaseDialogProps) {
  const t = useWords()
  const deed = useDeed(recoveryContract.refuse)
  const [code, setCode] = useState<RefusalReason | null>(null)
  const [reason, setReason] = useState('')
  const [tried, setTried] = useState(false)
  const act = async (): Promise<Answer<unknown> | null> => {
    setTried(true)
    if (code === null || reason.trim().length < 2) return null
    return closing(decide, close)(deed.do({ id: c.id, version: c.version, reasonCode: code, reason }), t('recovery.done.refuse', { unit: c.unit.name }))
  }
  const star = <><span className="star" aria-hidden="true">*</span><span className="sr">{t('web.required')}</span></>
  const error = (text: string, wrong: boolean) => tried && wrong && <p className="error" role="alert">{text}</p>
  return (
    <DeedDialog open={open} close={close} danger title={t('recovery.refuse.title', { unit: c.unit.name })} verb={t('recovery.verb.refuse')} act={act}>
      <p>{t('recovery.refuse.text')}</p>
      <div className={tried && code === null ? 'field wrong' : 'field'} role="group" aria-labelledby="refuse-code">
        <span className="label" id="refuse-code">{t('recovery.refuse.reason')}{star}</span>
        <Radio.Group className="radios" value={code} onChange={(e) => setCode(e.target.value as RefusalReason)}>
          {refusalReasons.filter((one) => one !== 'objection' || c.objection !== null).map((one) => <Radio key={one} value={one}>{t(`recovery.reason.${one}`)}</Radio>)}
        </Radio.Group>
        {error(t('field.choose'), code === null)}
      </div>
      <div className="field spaced">
        <label htmlFor="refuse-text">{t('recovery.refuse.label')}{star}</label>
        <p className="hint" id="refuse-hint">{t('recovery.shown.claimant')}</p>
        <Input.TextArea id="refuse-text" rows={4} maxLength={500} showCount value={reason} aria-required="true" aria-describedby="refuse-hint" onChange={(e) => setReason(e.target.value)} />
        {error(t('web.reason.required'), reason.trim().length < 2)}
      </div>
    </DeedDialog>
  )
}
