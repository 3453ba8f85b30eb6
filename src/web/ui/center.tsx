import { Navigate } from '@tanstack/react-router'
import { useMemo, type ReactNode } from 'react'
import { centerTabs } from '../menu.ts'
import { itemsOf } from '../own-menu.ts'
import { useActor, useSite } from '../session.ts'
import { useLang, useWords } from '../words.ts'
import { HeadingLevel } from './heading-level.ts'
import { Tabs } from './menu.tsx'
import { NotFound } from './not-found.tsx'

/** Who answers for the platform, with his address (S2-06). */
function Owner() {
  const lang = useLang()
  const { ownerZh, ownerEn, ownerLink } = useSite()
  const name = (lang === 'en' && ownerEn) || ownerZh
  return <p className="owner">{name} {ownerLink && <a href={ownerLink} rel="noreferrer">{new URL(ownerLink).host}</a>}</p>
}

/** S2-06, S2-08 to S2-11: the title 用户中心 with the tabs of this mandate, around every page of it. */
export function Center({ children }: { children: ReactNode }) {
  const t = useWords()
  const actor = useActor()
  const tabs = useMemo(() => (actor ? centerTabs(itemsOf(actor)) : []), [actor])
  return (
    <>
      <div className="center-head">
        <Owner />
        <h1>{t('web.center')}</h1>
      </div>
      {tabs.length > 0 && <div className="center-tabs"><Tabs items={tabs} label={t('web.center')} /></div>}
      <HeadingLevel value={2}>{children}</HeadingLevel>
    </>
  )
}

/** `/app/center` itself: its first tab. */
export function CenterRedirect() {
  const actor = useActor()
  const first = actor ? centerTabs(itemsOf(actor))[0] : undefined
  return first ? <Navigate to={first.path} replace /> : <NotFound />
}
