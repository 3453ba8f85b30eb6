import { Button, Input, Modal } from 'antd'
import { useId, useState } from 'react'
import type { AskOf } from '../../../kernel/contract.ts'
import type { Total } from '../../../kernel/list.ts'
import { useAsk, useDeed } from '../../../web/ask.ts'
import { linkTo } from '../../../web/client.ts'
import { totalInWords } from '../../../web/list-page.ts'
import { Notice } from '../../../web/ui/notice.tsx'
import { StateTag } from '../../../web/ui/state-tag.tsx'
import { Time } from '../../../web/ui/time.tsx'
import { WhoCanHelp } from '../../../web/ui/who-can-help.tsx'
import { useWords } from '../../../web/words.ts'
import { profilesContract } from '../contract.ts'

type Filters = AskOf<typeof profilesContract.selection>

/** 导出 (E45): the list of this filter as a workbook, for a stated purpose. */
export function ExportButton({ asked, total }: { asked: Filters; total: Total | undefined }) {
  const t = useWords()
  const [open, setOpen] = useState(false)
  return (
    <>
      <Button onClick={() => setOpen(true)} aria-haspopup="dialog">{t('profiles.export')}</Button>
      {open && <ExportDialog asked={asked} total={total} close={() => setOpen(false)} />}
    </>
  )
}

function ExportDialog({ asked, total, close }: { asked: Filters; total: Total | undefined; close: () => void }) {
  const t = useWords()
  const id = useId()
  const [purpose, setPurpose] = useState('')
  const [tried, setTried] = useState(false)
  const deed = useDeed(profilesContract.exportReviews)
  const list = useAsk(profilesContract.exports, {}, { fresh: true, every: 3_000 })
  const exports = list.value?.exports ?? []
  const missing = tried && purpose.trim().length < 2
  const go = async () => {
    setTried(true)
    if (purpose.trim().length < 2) return
    const answer = await deed.do({ filters: asked, purpose: purpose.trim() })
    if (!answer.ok) return
    setPurpose('')
    setTried(false)
    list.again()
  }
  return (
    <Modal open title={t('profiles.export.title')} width={640} destroyOnHidden onCancel={close} footer={<Button onClick={close}>{t('profiles.batch.close')}</Button>}>
      <div className="dialog-body">
        <p>{total && total.n > 0 ? t('profiles.export.text', { n: totalInWords(total) }) : t('profiles.export.text.none')}</p>
        <form className={missing ? 'field wrong' : 'field'} onSubmit={(e) => (e.preventDefault(), void go())}>
          <label htmlFor={id}>{t('profiles.export.purpose')}<span className="star" aria-hidden="true">*</span><span className="sr">{t('web.required')}</span></label>
          <p className="hint" id={`${id}-hint`}>{t('profiles.export.hint')}</p>
          <div className="ask-line">
            <Input id={id} value={purpose} maxLength={200} aria-required="true" aria-invalid={missing} aria-describedby={missing ? `${id}-error ${id}-hint` : `${id}-hint`} onChange={(e) => setPurpose(e.target.value)} />
            <Button type="primary" htmlType="submit" loading={deed.busy} disabled={total?.n === 0}>{t('profiles.export.go')}</Button>
          </div>
          {missing && <p className="error" id={`${id}-error`} role="alert">{t('profiles.export.required')}</p>}
        </form>
        {deed.refusal && <Notice tone="bad" live>{deed.refusal.detail}<WhoCanHelp refusal={deed.refusal} /></Notice>}
        {exports.length > 0 && (
          <section aria-label={t('profiles.export.list')}>
            <h3>{t('profiles.export.list')}</h3>
            <ul className="exports" aria-live="polite">
              {exports.map((one) => (
                <li key={one.id}>
                  <span><b>{one.purpose}</b><span className="quiet"><Time at={one.askedAt} />{one.rows !== null && ` ${t('profiles.export.rows', { n: one.rows })}`}</span></span>
                  {one.state === 'made'
                    ? <span><a href={linkTo(profilesContract.download, { id: one.id })} download>{t('web.download')}<span className="sr"> {one.purpose}</span></a>{one.expiresAt && <span className="quiet">{t('profiles.export.until')} <Time at={one.expiresAt} /></span>}</span>
                    : <StateTag word={t(`profiles.export.state.${one.state}`)} tone={one.state === 'failed' ? 'bad' : one.state === 'waiting' ? 'plain' : 'still'} />}
                </li>
              ))}
            </ul>
          </section>
        )}
      </div>
    </Modal>
  )
}
