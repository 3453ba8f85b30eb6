import { Link } from '@tanstack/react-router'
import { Button } from 'antd'
import { useEffect, useRef, useState } from 'react'
import { useDeed } from '../../../web/ask.ts'
import type { Problem } from '../../../web/problem.ts'
import { ReasonDialog } from '../../../web/ui/dialogs.tsx'
import { useWords } from '../../../web/words.ts'
import { helpContract } from '../contract.ts'
import { bareSentence } from '../fields.ts'

/** Who can change what was refused, by name where it is known, and a question to him from this very page. */
export default function Help({ refusal, whom, canAsk = true }: { refusal: Problem; whom?: { name: string; contact: string }; canAsk?: boolean }) {
  const t = useWords()
  const [asking, setAsking] = useState(false)
  const [asked, setAsked] = useState(false)
  const deed = useDeed(helpContract.ask)
  const told = useRef<HTMLAnchorElement>(null)
  // The button that opened the dialog is gone; the focus goes to where the answer will stand.
  useEffect(() => {
    if (asked) requestAnimationFrame(() => told.current?.focus({ preventScroll: true }))
  }, [asked])
  const { helper } = refusal
  if (!helper) return null
  const who = whom ? t(whom.contact ? 'help.whom.contact' : 'help.whom', whom) : t(`help.who.${helper}`)
  const act = async (note: string) => {
    const answer = await deed.do({ helper, code: refusal.code, path: location.pathname, note })
    if (answer.ok) setAsked(true)
    return answer
  }
  return (
    <div className="who-can-help">
      <p>{who} {canAsk && !asked && <Button size="small" onClick={() => setAsking(true)}>{t('help.ask')}</Button>}</p>
      {asked && <p role="status">{t('help.ask.done')} <Link ref={told} to="/help/mine">{t('help.mine.title')}</Link></p>}
      {asking && (
        <ReasonDialog
          open title={t('help.ask.title')} verb={t('help.ask.send')} label={t('help.ask.note')} hint={t('help.ask.note.hint')}
          close={() => setAsking(false)} act={act}
        >
          <p>{t('help.ask.text')}</p>
          <blockquote>{bareSentence(t(refusal.code))}</blockquote>
          <p className="quiet">{t('help.page')} <code>{location.pathname}</code></p>
        </ReasonDialog>
      )}
    </div>
  )
}
