import { Link } from '@tanstack/react-router'
import type { Column } from '../../../web/ui/data-list.tsx'
import { StateTag } from '../../../web/ui/state-tag.tsx'
import { Day } from '../../../web/ui/time.tsx'
import { useWords } from '../../../web/words.ts'
import { GrantState } from './grant-facts.tsx'
import type { SecondaryUnit } from './shown.ts'

/** The columns of the manual (S2-42), with state and numbers; a secondary unit without manager says since when (E36). */
export function useSecondaryUnitColumns(): readonly Column<SecondaryUnit>[] {
  const t = useWords()
  return [
    { key: 'name', title: t('structure.page.name'), card: 'title', render: (row) => <span className="unit-name"><Link to="/center/secondary-units/$id" params={{ id: row.id }}>{row.name}</Link></span> },
    { key: 'manager', title: t('structure.page.manager.name'), render: (row) => row.manager?.name ?? <span className="quiet">—</span> },
    { key: 'phone', title: t('structure.page.manager.phone'), render: (row) => <span className="code">{row.manager?.phone ?? '—'}</span> },
    { key: 'document', title: t('structure.page.document'), render: (row) => <span className="code">{row.manager?.document ?? '—'}</span> },
    {
      key: 'state', title: t('structure.page.state'), card: 'state',
      render: (row) => (row.manager ? <GrantState grant={row.manager} /> : (
        <span className="vacant"><StateTag word={t('structure.page.vacant')} tone="bad" />{row.vacantSince && <span className="quiet small">{t('structure.page.vacant.since')} <Day at={row.vacantSince} /></span>}</span>
      )),
    },
    { key: 'people', title: t('structure.page.people'), right: true, render: (row) => row.people },
    { key: 'pending', title: t('structure.page.pending'), right: true, render: (row) => (row.pending > 0 ? <b>{row.pending}</b> : row.pending) },
  ]
}
