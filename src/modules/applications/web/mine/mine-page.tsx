import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { useAsk } from '../../../../web/ask.ts'
import { Loaded } from '../../../../web/ui/loaded.tsx'
import { PageTitle, Sheet } from '../../../../web/ui/page-title.tsx'
import { StateTabs } from '../../../../web/ui/state-tabs.tsx'
import { useWords } from '../../../../web/words.ts'
import { mineContract } from '../../mine/contract.ts'
import { ApplicationCard } from './application-card.tsx'
import { OpenCalls } from './open-calls.tsx'
import { groupOf, groups, type Group } from './shown.ts'

const perPage = 20

/** 我的申报: what is mine, where it stands, who has it, what comes next; and what can be applied for. */
export default function MinePage() {
  const t = useWords()
  const list = useAsk(mineContract.mine, {}, { fresh: true })
  const [group, setGroup] = useState<Group | 'all'>('all')
  const [shown, show] = useState(perPage)
  const rows = list.value?.rows ?? []
  const count = (of: Group) => rows.filter(({ state }) => groupOf(state) === of).length
  const wanted = group === 'all' ? rows : rows.filter(({ state }) => groupOf(state) === group)
  return (
    <>
      <PageTitle title={t('applications.mine.title')} lead={t('applications.mine.lead')} />
      <Loaded of={list}>
        {() => (
          <Sheet>
            {rows.length > 0 && (
              <StateTabs
                label={t('applications.mine.tabs')} value={group} choose={(next) => (setGroup(next), show(perPage))}
                tabs={[{ key: 'all' as const, label: t('applications.mine.tab.all'), n: rows.length }, ...groups.map((key) => ({ key, label: t(`applications.mine.tab.${key}`), n: count(key) }))]}
              />
            )}
            {rows.length === 0 && <div className="empty"><p>{t('applications.mine.empty')}</p><p className="quiet">{t('applications.mine.empty.next')}</p></div>}
            {rows.length > 0 && wanted.length === 0 && <div className="empty"><p>{t('applications.mine.empty.tab')}</p></div>}
            <ul className="own-applications" aria-label={t('applications.mine.title')}>
              {wanted.slice(0, shown).map((row) => <li key={row.id}><ApplicationCard row={row} /></li>)}
            </ul>
            {wanted.length > shown && <p className="deeds"><button type="button" className="link" onClick={() => show(wanted.length)}>{t('applications.mine.more', { n: wanted.length - shown })}</button></p>}
          </Sheet>
        )}
      </Loaded>
      <OpenCalls begun={rows} />
      <p className="quiet mine-foot"><Link to="/projects/invitations">{t('applications.mine.invitations')}</Link></p>
    </>
  )
}
