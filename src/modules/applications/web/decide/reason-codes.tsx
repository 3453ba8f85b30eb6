import { Button } from 'antd'
import { toggled } from '../../../../web/review/reason-text.ts'
import { useWords } from '../../../../web/words.ts'
import { returnReasons, type ReturnReason } from '../../desk/reasons.ts'

/** 退回原因 as a flat list to press; `withKeys`: the keys 1 to 9 stand before them. */
export function ReasonCodes({ picked, pick, legend, withKeys = false }: {
  picked: readonly ReturnReason[]
  pick: (codes: readonly ReturnReason[], code: ReturnReason) => void
  legend?: string
  withKeys?: boolean
}) {
  const t = useWords()
  return (
    <fieldset className="reason-picks">
      <legend>{legend ?? t('applications.return.codes')}</legend>
      {returnReasons.map((code, i) => (
        <Button key={code} size="small" aria-pressed={picked.includes(code)} className={picked.includes(code) ? 'picked' : ''} onClick={() => pick(toggled(returnReasons, picked, code), code)}>
          {withKeys && <kbd className="key" aria-hidden="true">{i + 1}</kbd>}{t(`applications.reason.${code}`)}
        </Button>
      ))}
    </fieldset>
  )
}
