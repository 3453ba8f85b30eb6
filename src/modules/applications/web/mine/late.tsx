import type { Closed } from '../../../../kernel/why.ts'
import { Notice } from '../../../../web/ui/notice.tsx'
import { useWords } from '../../../../web/words.ts'
import type { Shown } from './shown.ts'

/** It cannot be handed in any more: since when, and what can still be done. */
export function Late({ shown, why, contact }: { shown: Shown; why: Closed; contact: string }) {
  const t = useWords()
  return (
    <Notice tone="warn" title={t('applications.mine.late')}>
      <p>{t(why.code, why.params)}</p>
      <ul>
        <li>{t('applications.mine.late.kept')}</li>
        <li>{t('applications.mine.late.moved')} <a href={`/calls/${shown.call.code}#windows`} target="_blank" rel="noreferrer">{t('applications.mine.calls.notice')}</a></li>
        {contact && <li>{t('applications.mine.late.contact', { contact })}</li>}
        {shown.can.includes('withdraw') && <li>{t('applications.mine.late.give_up')}</li>}
        {shown.can.includes('drop') && <li>{t('applications.mine.late.drop')}</li>}
      </ul>
    </Notice>
  )
}
