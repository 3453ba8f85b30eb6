import { useMemo } from 'react'
import { useAsk } from '../../../web/ask.ts'
import type { Option } from '../../../web/ui/fields.tsx'
import { Notice } from '../../../web/ui/notice.tsx'
import { useWords } from '../../../web/words.ts'
import { profilesContract } from '../contract.ts'

const none: readonly never[] = []
const useSecondaryUnits = (when: boolean) => useAsk(profilesContract.secondaryUnits, {}, { when, every: 60_000 }).value?.secondaryUnits ?? none

/** Whose desk: the unit's own, all of them, or that of one secondary unit, with how many wait there. */
export function useDeskOptions(when: boolean): readonly Option[] {
  const t = useWords()
  const secondaryUnits = useSecondaryUnits(when)
  return useMemo(() => [
    { value: 'own', label: t('profiles.desk.own') },
    { value: 'all', label: t('profiles.desk.all') },
    ...secondaryUnits.map(({ id, name, waiting, isVacant }) => ({
      value: id,
      label: isVacant ? t('profiles.desk.option.vacant', { name, n: waiting }) : waiting > 0 ? t('profiles.desk.option', { name, n: waiting }) : name,
    })),
  ], [t, secondaryUnits])
}

const most = 4

/** 无人负责 (E36): what waits where nobody manages the secondary unit, one press away. */
export function VacantNotice({ choose }: { choose: (desk: string) => void }) {
  const t = useWords()
  const vacant = useSecondaryUnits(true).filter((one) => one.isVacant && one.waiting > 0)
  if (vacant.length === 0) return null
  const n = vacant.reduce((sum, one) => sum + one.waiting, 0)
  return (
    <Notice tone="warn" title={t('profiles.vacant.title', { n })}>
      <p>{t('profiles.vacant.text')}</p>
      <ul className="inline-links">
        {vacant.toSorted((a, b) => b.waiting - a.waiting).slice(0, most).map(({ id, name, waiting }) => (
          <li key={id}><button type="button" className="link" onClick={() => choose(id)}>{t('profiles.vacant.unit', { name, n: waiting })}</button></li>
        ))}
        {vacant.length > most && <li><button type="button" className="link" onClick={() => choose('all')}>{t('profiles.vacant.more', { n: vacant.length - most })}</button></li>}
      </ul>
    </Notice>
  )
}
