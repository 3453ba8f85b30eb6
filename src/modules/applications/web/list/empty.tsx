import { useWords } from '../../../../web/words.ts'
import type { Home } from '../desk/home.ts'
import type { ProjectTab } from './filters.ts'

/** Why there is none, and what to do. */
export function EmptyProjects({ tab, home }: { tab: ProjectTab; home: Home }) {
  const t = useWords()
  const which = tab === 'waiting' ? `waiting.${home.kind}` : tab === 'all' ? 'all' : tab === 'unsubmitted' ? 'unsubmitted' : 'other'
  return <><p>{t(`applications.desk.empty.${which}`)}</p><p className="quiet">{t(`applications.desk.empty.${which}.text`)}</p></>
}
