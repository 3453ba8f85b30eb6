import { Button, Modal } from 'antd'
import { useEffect, useState } from 'react'
import { sinceActed } from '../activity.ts'
import { useRefresh } from '../ask.ts'
import { useActor } from '../session.ts'
import { useWords } from '../words.ts'

/** The server ends a session after 30 minutes without a person: two minutes before, the page asks. */
const quiet = 28 * 60_000

/** 还在吗: nobody pressed or typed for a while. Going on asks everything shown again, as the person's own request. */
export function StillThere() {
  const t = useWords()
  const actor = useActor()
  const refresh = useRefresh()
  const [asking, setAsking] = useState(false)
  useEffect(() => {
    if (!actor) return
    const timer = setInterval(() => setAsking((open) => open || sinceActed() > quiet), 15_000)
    return () => clearInterval(timer)
  }, [actor])
  const goOn = () => {
    setAsking(false)
    refresh()
  }
  return (
    <Modal
      open={asking} title={t('web.still_there.title')} maskClosable={false} onCancel={goOn} width={420}
      footer={<Button type="primary" onClick={goOn}>{t('web.still_there.continue')}</Button>}
    >
      <p>{t('web.still_there.text')}</p>
    </Modal>
  )
}
