import { Button } from 'antd'
import { speaking, textAfter, toggled } from '../../../../web/review/reason-text.ts'
import { SaidField } from '../../../../web/ui/said-field.tsx'
import { useWords } from '../../../../web/words.ts'
import { refusalReasons, type RefusalReason } from '../../desk/reasons.ts'
import { isSaid } from './marks.ts'
import type { Decision } from './use-decision.ts'

/** 不予受理: coded reasons, at least one, and the text that leader and unit read. It ends the application. */
export function RefusePart({ decision: d }: { decision: Decision }) {
  const t = useWords()
  const { codes, text } = d.refusing
  const said = (of: readonly RefusalReason[]) => speaking(of).map((code) => t(`applications.refusal.${code}`))
  const pick = (code: RefusalReason) => {
    const now = toggled(refusalReasons, codes, code)
    d.setRefusing({ codes: now, text: textAfter(text, said(codes), said(now)) })
  }
  return (
    <>
      <p className="hint">{t('applications.refuse.how')}</p>
      <fieldset className="reason-picks">
        <legend>{t('applications.refuse.codes')}</legend>
        {refusalReasons.map((code) => (
          <Button key={code} size="small" aria-pressed={codes.includes(code)} className={codes.includes(code) ? 'picked' : ''} onClick={() => pick(code)}>{t(`applications.refusal.${code}`)}</Button>
        ))}
      </fieldset>
      {d.tried && codes.length === 0 && <p className="error" role="alert">{t('applications.refuse.choose')}</p>}
      <SaidField
        label={t('applications.refuse.reason')} hint={t('applications.refuse.reason.hint')} maxLength={1000} value={text} change={(next) => d.setRefusing({ codes, text: next })}
        missing={d.tried && !isSaid(text) && t('applications.refuse.reason.required')}
      />
    </>
  )
}
