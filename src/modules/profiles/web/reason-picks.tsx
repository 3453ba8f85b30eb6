import { Button, Input } from 'antd'
import { useId, useState } from 'react'
import { textAfter, toggled } from '../../../web/review/reason-text.ts'
import { useWords } from '../../../web/words.ts'
import { refusalReasons, type RefusalReason } from '../reasons.ts'
import { joined } from './notes.ts'

export interface Refusing {
  codes: readonly RefusalReason[]
  text: string
}
export const nothingPicked: Refusing = { codes: [], text: '' }

const codes = refusalReasons.map(({ code }) => code)
const least = 2
export const isReason = ({ text }: Refusing): boolean => text.trim().length >= least

/** The state of 驳回原因, and a pick by its number (keys 1 to 9). `touched`: something of it is the reader's own doing. */
export function useRefusing() {
  const t = useWords()
  const [refusing, setRefusing] = useState<Refusing>(nothingPicked)
  const [touched, setTouched] = useState(false)
  const change = (how: (now: Refusing) => Refusing) => {
    setTouched(true)
    setRefusing(how)
  }
  // 其他 says nothing by itself: the text must.
  const sentences = (picked: readonly RefusalReason[]) => picked.filter((code) => code !== 'other').map((code) => t(`profiles.reason.${code}`))
  const pick = (code: RefusalReason) => change((now) => {
    const picked = toggled(codes, now.codes, code)
    return { codes: picked, text: textAfter(now.text, sentences(now.codes), sentences(picked)) }
  })
  return {
    refusing, touched, pick,
    pickByNumber: (n: number) => {
      const code = codes[n - 1]
      if (code) pick(code)
    },
    type: (text: string) => change((now) => ({ ...now, text })),
    /** Behind what is there: what another began. */
    join: (other: Refusing) => change((now) => joined(codes, now, other)),
    /** What stands there from before; nothing is the reader's own doing any more. */
    fill: (kept: Refusing) => {
      setTouched(false)
      setRefusing(kept)
    },
  }
}

/** 驳回原因 (S2-55): coded reasons to press, and the text that the person reads. */
export function ReasonPicks({ refusing, pick, type, asked, withKeys = false, onKeyDown }: {
  refusing: Refusing
  pick: (code: RefusalReason) => void
  type: (text: string) => void
  /** It was tried to send: what is missing is said. */
  asked: boolean
  withKeys?: boolean
  onKeyDown?: (event: React.KeyboardEvent) => void
}) {
  const t = useWords()
  const id = useId()
  const missing = asked && !isReason(refusing)
  return (
    <>
      <fieldset className="reason-picks">
        <legend>{t('profiles.refuse.codes')}</legend>
        {codes.map((code, i) => (
          <Button key={code} size="small" aria-pressed={refusing.codes.includes(code)} className={refusing.codes.includes(code) ? 'picked' : ''} onClick={() => pick(code)}>
            {withKeys && <kbd className="key" aria-hidden="true">{i + 1}</kbd>}{t(`profiles.reason.${code}`)}
          </Button>
        ))}
      </fieldset>
      <div className={missing ? 'field wrong' : 'field'}>
        <label htmlFor={id}>{t('profiles.refuse.reason')}<span className="star" aria-hidden="true">*</span><span className="sr">{t('web.required')}</span></label>
        <p className="hint" id={`${id}-hint`}>{t('profiles.refuse.hint')}</p>
        <Input.TextArea
          id={id} rows={3} maxLength={500} showCount value={refusing.text} aria-required="true" aria-invalid={missing} onKeyDown={onKeyDown}
          aria-describedby={missing ? `${id}-error ${id}-hint` : `${id}-hint`} onChange={(e) => type(e.target.value)}
        />
        {missing && <p className="error" id={`${id}-error`} role="alert">{t('profiles.refuse.required')}</p>}
      </div>
    </>
  )
}
