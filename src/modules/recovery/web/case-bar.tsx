import { useNavigate } from '@tanstack/react-router'
import { Button } from 'antd'
import { useState } from 'react'
import { minuteOf } from '../../../kernel/clock.ts'
import { KeyHint, useKeys } from '../../../web/ui/key-hint.tsx'
import { useWords } from '../../../web/words.ts'
import { ConfirmCaseDialog, OverruleDialog, SendBackDialog } from './case-dialogs.tsx'
import type { Case, Decide } from './case-item.tsx'
import { RefuseDialog } from './refuse-dialog.tsx'
import { AnswerDialog, VerifyDialog } from './verify-dialog.tsx'

type Open = 'answer' | 'verify' | 'refuse' | 'overrule' | 'confirm' | 'sendBack'
const keys: Readonly<Record<string, Open>> = { V: 'verify', T: 'answer', O: 'overrule', C: 'confirm', B: 'sendBack', J: 'refuse' }
const word: Readonly<Record<Open, string>> = {
  answer: 'recovery.verb.answer', verify: 'recovery.verb.verify', refuse: 'recovery.verb.refuse', overrule: 'recovery.verb.overrule', confirm: 'recovery.verb.confirm', sendBack: 'recovery.verb.send_back',
}

/** The deeds that the server allows, in view wherever one reads; afterwards the way to the next case. */
export function CaseBar({ c, decided, decide }: { c: Case; decided: boolean; decide: Decide }) {
  const t = useWords()
  const navigate = useNavigate()
  // With the case as it was read: a dialog decides about that version and no newer one (I8).
  const [opened, setOpened] = useState<{ deed: Open; c: Case } | null>(null)
  const stopped = c.taken.length > 0 || c.keeperChanged || c.objectionUntil !== null
  const may = (deed: Open) => !decided && c.can.includes(deed)
  const isStopped = (deed: Open) => deed === 'confirm' && stopped
  const open = Object.entries(keys).filter(([, deed]) => may(deed))
  const toNext = c.next ? () => void navigate({ to: `/recovery/cases/${c.next}` }) : undefined
  useKeys({ ...Object.fromEntries(open.map(([key, deed]) => [key, isStopped(deed) ? undefined : () => setOpened({ deed, c })])), N: toNext })
  const hint = decided ? null : open.length === 0 ? t(c.bar ? `recovery.bar.${c.bar}.short` : 'recovery.case.nothing', { state: t(`recovery.state.${c.state}`) }) : may('confirm') && stopped ? (c.objectionUntil ? t('recovery.case.window.short', { until: minuteOf(new Date(c.objectionUntil)) }) : t('recovery.case.stopped')) : null
  const dialog = (deed: Open) => ({ c: opened?.c ?? c, open: opened?.deed === deed, close: () => setOpened(null), decide })
  return (
    <div className="stay" role="region" aria-label={t('recovery.case.deeds')}>
      {open.map(([key, deed], i) => (
        <Button key={deed} type={i === 0 ? 'primary' : 'default'} danger={deed === 'refuse'} disabled={isStopped(deed)} onClick={() => setOpened({ deed, c })}>{t(word[deed])} <KeyHint of={key} /></Button>
      ))}
      {hint && <span className="deed-hint">{hint}</span>}
      <span className="push">
        <Button type={decided && toNext ? 'primary' : 'default'} disabled={!toNext} onClick={toNext}>{t('recovery.case.next')} <KeyHint of="N" /></Button>
        <Button onClick={() => void navigate({ to: '/recovery/cases' })}>{t('recovery.case.list')}</Button>
      </span>
      <AnswerDialog {...dialog('answer')} />
      <VerifyDialog {...dialog('verify')} />
      <RefuseDialog {...dialog('refuse')} />
      <OverruleDialog {...dialog('overrule')} />
      <ConfirmCaseDialog {...dialog('confirm')} />
      <SendBackDialog {...dialog('sendBack')} />
    </div>
  )
}
