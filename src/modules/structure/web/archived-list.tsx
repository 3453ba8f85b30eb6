import { Link } from '@tanstack/react-router'
import { useAsk } from '../../../web/ask.ts'
import type { Filters } from '../../../web/filters.ts'
import { DataList } from '../../../web/ui/data-list.tsx'
import { Time } from '../../../web/ui/time.tsx'
import { useWords } from '../../../web/words.ts'
import { structureContract } from '../contract.ts'

/** Secondary units that were removed: archived, with their names and history (E26, E28). */
export function ArchivedList({ filters }: { filters: Filters }) {
  const t = useWords()
  const list = useAsk(structureContract.archivedSecondaryUnits, { ...filters.place, size: 20 }, { keep: true })
  return (
    <DataList
      list={list} filters={{ ...filters, narrowed: false }} rowKey={(row) => row.id} label={t('structure.page.view.archived')} empty={<p>{t('structure.page.archived.none')}</p>}
      columns={[
        { key: 'name', title: t('structure.page.name'), card: 'title', render: (row) => <Link to="/center/secondary-units/$id" params={{ id: row.id }}>{row.name}</Link> },
        { key: 'created', title: t('structure.page.created'), render: (row) => <Time at={row.createdAt} /> },
        { key: 'archived', title: t('structure.page.archived_at'), render: (row) => <Time at={row.archivedAt} /> },
      ]}
    />
  )
}
