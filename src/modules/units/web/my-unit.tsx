import { Button } from 'antd'
import type { ReactNode } from 'react'
import { minuteOf } from '../../../kernel/clock.ts'
import type { OutputOf } from '../../../kernel/contract.ts'
import { Facts } from '../../../web/ui/facts.tsx'
import { Sheet } from '../../../web/ui/page-title.tsx'
import { WhoCanHelp } from '../../../web/ui/who-can-help.tsx'
import { useWords } from '../../../web/words.ts'
import type { unitsContract } from '../contract.ts'

export type KeptUnit = NonNullable<OutputOf<typeof unitsContract.kept>>

const minute = (time: string | null) => (time ? minuteOf(new Date(time)) : '')

/** A unit that is suspended or dissolved: since when, why, who can change it. */
export function Resting({ status, since, reason, children }: { status: 'suspended' | 'dissolved'; since: string | null; reason: string | null; children?: ReactNode }) {
  const t = useWords()
  return (
    <Sheet width="reading" title={t('units.rested.title')}>
      <p>{status === 'dissolved' ? t('units.rested.dissolved') : t('units.rested.suspended', { time: minute(since) })}</p>
      {reason && <Facts rows={[{ label: t('units.refused.reason'), value: <span className="given">{reason}</span> }]} />}
      {children}
    </Sheet>
  )
}

/** E12: the account of who kept the unit before a hand-over. It is nobody else's, and it is the unit's no longer. */
export function HandedOver({ unit: { unit, since, keeper } }: { unit: KeptUnit }) {
  const t = useWords()
  const sentence = t('units.handed_over', { unit, time: minute(since) })
  return (
    <Sheet width="reading" title={t('units.handed_over.title')}>
      <p>{sentence}</p>
      {keeper && <p>{t('units.handed_over.keeper', { keeper })}</p>}
      <p>{t('units.handed_over.register')}</p>
      <p className="deeds"><Button href="/app/account">{t('units.handed_over.contacts')}</Button></p>
      <p>{t('units.handed_over.ask')}</p>
      <WhoCanHelp refusal={{ status: 403, code: 'units.handed_over', detail: sentence, fields: {}, requestId: '', helper: 'support' }} />
    </Sheet>
  )
}
