import { Button } from 'antd'
import type { ReactNode } from 'react'
import type { Problem } from '../client.ts'
import { isUnanswered } from '../problem.ts'
import { useSite } from '../session.ts'
import { WhoCanHelp } from './who-can-help.tsx'
import { useWords } from '../words.ts'

/** A refusal in full: which rule, which fact, who can change it; with 重试 where nothing was answered. */
export function Refused({ refusal, rule, who, again, deeds }: {
  refusal: Problem
  rule?: ReactNode
  who?: ReactNode
  again?: () => void
  deeds?: ReactNode
}) {
  const t = useWords()
  const site = useSite()
  const contact = [site.supportPhone, site.supportMail].filter(Boolean).join(' ')
  return (
    <div className="notice bad refused" role="alert">
      <p className="notice-title">{t('web.refused.title')}</p>
      <p>{refusal.detail}</p>
      {(rule || who) && <dl>
        {rule && <div><dt>{t('web.refused.rule')}</dt><dd>{rule}</dd></div>}
        {who && <div><dt>{t('web.refused.who')}</dt><dd>{who}</dd></div>}
      </dl>}
      <WhoCanHelp refusal={refusal} />
      {isUnanswered(refusal) && refusal.requestId && <p className="small">{t('web.refused.request')} <code>{refusal.requestId}</code> {contact && t('web.refused.support', { contact })}</p>}
      {(again || deeds) && <p className="deeds">{again && <Button onClick={again}>{t('web.retry')}</Button>}{deeds}</p>}
    </div>
  )
}
