import { Link } from '@tanstack/react-router'
import { Button } from 'antd'
import { useState } from 'react'
import { useDeed } from '../../../web/ask.ts'
import type { Problem } from '../../../web/problem.ts'
import { ReasonDialog } from '../../../web/ui/dialogs.tsx'
import { useWords } from '../../../web/words.ts'
import { helpContract } from '../contract.ts'

/** Who can change what was refused, and a question to him from this very page. */
export default function Help({ refusal }: { refusal: Problem }) {
  const t = useWords()
  const [asking, setAsking] = useState(false)
  const [asked, setAsked] = useState(false)
  const deed = useDeed(helpContract.ask)
  const { helper } = refusal
  if (!helper) return null
  const act = async (note: string) => {
    const answer = await deed.do({ helper, code: refusal.code, path: location.pathname, note })
    if (answer.ok) setAsked(true)
    return answer
  }
  return (
    <div className="who-can-help">
      <p>{t(`help.who.${helper}`)} {!asked && <Button size="small" onClick={() => setAsking(true)}>{t('help.ask')}</Button>}</p>
      {asked && <p role="status">{t('help.ask.done')} <Link to="/help/mine">{t('help.mine.title')}</Link></p>}
      {asking && (
        <ReasonDialog
          open title={t('help.ask.title')} verb={t('help.ask.send')} label={t('help.ask.note')} hint={t('help.ask.note.hint')}
          close={() => setAsking(false)} act={act}
        >
          <p>{t('help.ask.text')}</p>
          <blockquote>{refusal.detail}</blockquote>
        </ReasonDialog>
      )}
    </div>
  )
}
