import type { OutputOf } from '../../../../kernel/contract.ts'
import { StateTabs } from '../../../../web/ui/state-tabs.tsx'
import { useWords } from '../../../../web/words.ts'
import type { applicationsContract } from '../../contract.ts'
import { unsubmittedStates } from '../../state.ts'
import { projectTabs, subStateOf, tabOf, type ProjectTab, type SubState } from './filters.ts'

type Counts = OutputOf<typeof applicationsContract.projectCounts>

/** The headline states with how many there are (S2-78, D17), and under 未提交 its sub-states. */
export function ProjectTabs({ state, counts, isUnit, choose }: {
  state: string | undefined
  counts: Counts | undefined
  isUnit: boolean
  choose: (state: string) => void
}) {
  const t = useWords()
  const tab = tabOf(state)
  const sub = subStateOf(state)
  // What lies below an authority comes into its sight only after a return; what only some calls have is shown where they do.
  const rare: readonly ProjectTab[] = isUnit ? ['authority'] : ['unsubmitted', 'department', 'unit', 'authority']
  const shown = projectTabs.filter((key) => key === tab || !rare.includes(key) || (key !== 'waiting' && key !== 'all' && (counts?.headlines[key] ?? 0) > 0))
  const nOf = (key: ProjectTab) => counts && (key === 'waiting' ? counts.waiting : key === 'all' ? counts.all : counts.headlines[key])
  const word = (key: ProjectTab) => (key === 'waiting' || key === 'all' ? t(`applications.desk.tab.${key}`) : t(`applications.headline.${key}`))
  return (
    <>
      <StateTabs<ProjectTab> value={tab} label={t('applications.desk.tabs')} choose={choose} tabs={shown.map((key) => ({ key, label: word(key), n: nOf(key) }))} />
      {tab === 'unsubmitted' && (
        <div className="sub-tabs"><StateTabs<SubState | 'unsubmitted'>
          value={sub ?? 'unsubmitted'} label={t('applications.desk.tabs.sub')} choose={choose}
          tabs={[
            { key: 'unsubmitted', label: t('applications.desk.tab.all'), n: counts?.headlines.unsubmitted },
            ...unsubmittedStates.map((key) => ({ key, label: t(`applications.sub.${key}`), n: counts?.states[key] })),
          ]}
        /></div>
      )}
    </>
  )
}
