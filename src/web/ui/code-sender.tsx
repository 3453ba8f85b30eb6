import { Button } from 'antd'
import { useEffect, useState } from 'react'
import type { Answer } from '../client.ts'
import { useWords } from '../words.ts'

/**
 * 发送验证码 with its countdown. `send` answers how many seconds until the next one; a refusal of a field is shown there by
 * the page (`refused`).
 */
export function CodeSender({ send, seconds = 60, disabled }: {
  send: () => Promise<Answer<unknown> | null>
  seconds?: number
  disabled?: boolean
}) {
  const t = useWords()
  const [until, setUntil] = useState(0)
  const [left, setLeft] = useState(0)
  const [busy, setBusy] = useState(false)
  const [said, setSaid] = useState<{ text: string; bad: boolean } | null>(null)
  useEffect(() => {
    if (!until) return
    const count = () => setLeft(Math.max(0, Math.ceil((until - Date.now()) / 1000)))
    count()
    const timer = setInterval(count, 500)
    return () => clearInterval(timer)
  }, [until])
  const go = async () => {
    setBusy(true)
    const answer = await send()
    setBusy(false)
    if (!answer) return
    if (!answer.ok) return setSaid({ text: answer.refusal.detail, bad: true })
    const again = typeof answer.value === 'object' && answer.value && 'again' in answer.value ? Number(answer.value.again) : seconds
    setUntil(Date.now() + again * 1000)
    setLeft(again)
    setSaid({ text: t('web.code.sent'), bad: false })
  }
  return (
    <span className="code-sender">
      <Button onClick={() => void go()} loading={busy} disabled={disabled || left > 0}>
        {left > 0 ? t('web.code.wait', { n: left }) : t(until ? 'web.code.again' : 'web.code.send')}
      </Button>
      {said && <span className={said.bad ? 'error' : 'quiet'} role={said.bad ? 'alert' : 'status'}>{said.text}</span>}
    </span>
  )
}
