import { useMemo } from 'react'
import type { OutputOf } from '../../../../kernel/contract.ts'
import type { FilterField } from '../../../../web/ui/filter-bar.tsx'
import { useLang, useWords } from '../../../../web/words.ts'
import { said } from '../../../calls/said.ts'
import type { applicationsContract } from '../../contract.ts'
import { unsubmittedStates } from '../../state.ts'
import type { Home } from '../desk/home.ts'
import { projectTabs } from './filters.ts'
import type { ProjectRow } from '../desk/shown.ts'

type Choices = OutputOf<typeof applicationsContract.projectChoices>
const none: readonly never[] = []

/** In the order of the columns (S2-78). */
export function useFilterFields(home: Home, choices: Choices | undefined, unitId: string | undefined, rows: readonly ProjectRow[] = none): readonly FilterField[] {
  const t = useWords()
  const lang = useLang()
  const calls = choices?.calls ?? none
  const departments = choices?.secondaryUnits ?? none
  // 申报单位 is chosen in the list, by its name: an authority has thousands.
  const unitName = unitId && (rows.find((row) => row.unit.id === unitId)?.unit.name ?? t('applications.desk.filter.unit.chosen'))
  return useMemo(() => [
    { name: 'title', label: 'applications.desk.field.title' },
    { name: 'number', label: 'applications.desk.field.number' },
    { name: 'call', label: 'applications.desk.field.call', options: calls.map(({ id, title, code }) => ({ value: id, label: `${said(title, lang)} ${code}` })) },
    { name: 'leader', label: 'applications.desk.field.leader' },
    ...(home.kind === 'unit' && departments.length > 0 ? [{
      name: 'department', label: 'applications.desk.field.department',
      options: departments.map(({ id, name, isActive }) => ({ value: id, label: isActive ? name : t('applications.desk.filter.closed', { name }) })),
    }] : []),
    ...(unitId && unitName ? [{ name: 'unit', label: 'applications.desk.field.unit', options: [{ value: unitId, label: unitName }] }] : []),
    { name: 'from', until: 'to', label: 'applications.desk.field.submittedAt' },
    {
      name: 'state', label: 'applications.desk.field.state',
      options: [
        ...projectTabs.map((value) => ({ value, label: value === 'waiting' || value === 'all' ? t(`applications.desk.tab.${value}`) : t(`applications.headline.${value}`) })),
        ...unsubmittedStates.map((value) => ({ value, label: t('web.pair', { label: t('applications.headline.unsubmitted'), value: t(`applications.sub.${value}`) }) })),
      ],
    },
    { name: 'warned', label: 'applications.desk.filter.warned', options: [{ value: 'yes', label: t('applications.desk.filter.warned.yes') }] },
  ], [t, lang, home.kind, calls, departments, unitId, unitName])
}
