import { Button, Modal } from 'antd'
import { useId, useState, type ReactNode } from 'react'
import type { Answer, Problem } from '../../../web/client.ts'
import { Notice } from '../../../web/ui/notice.tsx'
import { useWords } from '../../../web/words.ts'
import { UnitSearch, type PickedUnit } from './unit-search.tsx'

/** The dialog 单位选择 with its button 选择 (S1-26 to S1-28); `take` may send it to the server and be refused. */
export function UnitDialog({ open, title, close, take, children }: {
  open: boolean
  title?: string
  close: () => void
  take: (unit: PickedUnit) => Promise<Answer<unknown>> | void
  children?: ReactNode
}) {
  const t = useWords()
  const id = useId()
  const [ticked, setTicked] = useState<PickedUnit | null>(null)
  const [refused, setRefused] = useState<Problem | null>(null)
  const [busy, setBusy] = useState(false)
  const leave = () => {
    if (busy) return
    setTicked(null)
    setRefused(null)
    close()
  }
  const go = async () => {
    if (!ticked || busy) return
    setBusy(true)
    const answer = await take(ticked)
    setBusy(false)
    if (answer && !answer.ok) return setRefused(answer.refusal)
    setTicked(null)
    setRefused(null)
    close()
  }
  return (
    <Modal
      open={open} title={title ?? t('people.pick.title')} destroyOnHidden maskClosable={false} onCancel={leave} width={560}
      footer={[
        <Button key="no" onClick={leave}>{t('web.cancel')}</Button>,
        <Button key="yes" type="primary" disabled={!ticked} loading={busy} onClick={() => void go()}>{t('people.pick.take')}</Button>,
      ]}
    >
      {refused && <Notice tone="bad" live>{Object.values(refused.fields)[0]?.sentence ?? refused.detail}</Notice>}
      <div className="dialog-body">
        {children}
        <UnitSearch id={id} chosen={ticked} choose={setTicked} />
      </div>
    </Modal>
  )
}
