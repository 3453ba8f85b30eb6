import { Link, useNavigate } from '@tanstack/react-router'
import { useAsk } from '../../../web/ask.ts'
import { useFilters, type FilterDefs } from '../../../web/filters.ts'
import { pageOfAll } from '../../../web/list-page.ts'
import { useActor } from '../../../web/session.ts'
import { Deed } from '../../../web/ui/closed.tsx'
import { DataList } from '../../../web/ui/data-list.tsx'
import { Loaded } from '../../../web/ui/loaded.tsx'
import { Notice } from '../../../web/ui/notice.tsx'
import { PageTitle, Sheet } from '../../../web/ui/page-title.tsx'
import { StateTabs } from '../../../web/ui/state-tabs.tsx'
import { useWords } from '../../../web/words.ts'
import { structureContract } from '../contract.ts'
import { ArchivedList } from './archived-list.tsx'
import { useSecondaryUnitColumns } from './secondary-unit-columns.tsx'
import { removalOf, type SecondaryUnit, type SecondaryUnits } from './shown.ts'
import { RecentChanges } from './undo.tsx'

const defs = { view: {} } as const satisfies FilterDefs
const views = ['active', 'archived'] as const
const pageSize = 20

/** 二级单位 (S2-35 to S2-43): who manages them, how many people and reviews each has. */
export default function SecondaryUnitsPage() {
  const asked = useAsk(structureContract.secondaryUnits, {}, { fresh: true, every: 60_000 })
  return <Loaded of={asked}>{(all) => <Shown all={all} list={asked} />}</Loaded>
}

function Shown({ all, list }: { all: SecondaryUnits; list: ReturnType<typeof useAsk<typeof structureContract.secondaryUnits>> }) {
  const t = useWords()
  const actor = useActor()
  const navigate = useNavigate()
  const filters = useFilters(defs)
  const view = filters.values.view === 'archived' ? 'archived' : 'active'
  const columns = useSecondaryUnitColumns()
  const shown = pageOfAll(all.rows, filters.place.page ?? Number(filters.place.after ?? filters.place.before ?? 1), pageSize)
  return (
    <>
      <PageTitle
        title={t('structure.title')} mandate={actor?.mandate?.scopeName} lead={t('structure.page.units.lead')}
        deed={<Deed verb="addSecondaryUnit" label={t('structure.title.new')} can={all.can} closed={all.closed} type="primary" onClick={() => void navigate({ to: '/center/secondary-units/new' })} />}
      />
      {all.vacant > 0 && <Notice tone="warn" title={t('structure.page.vacant.n', { n: all.vacant })}>{t('structure.page.vacant.text')}</Notice>}
      <Sheet>
        {all.rows.length + all.archived > 0 && (
          <StateTabs
            label={t('structure.page.views')} value={view} choose={(key) => filters.set({ view: key === 'active' ? '' : key })}
            tabs={views.map((key) => ({ key, label: t(`structure.page.view.${key}`), n: key === 'active' ? all.rows.length : all.archived }))}
          />
        )}
        {view === 'archived' ? <ArchivedList filters={filters} /> : (
          <>
            <DataList<SecondaryUnit>
              list={{ ...list, value: shown }} filters={{ ...filters, narrowed: false }} columns={columns} rowKey={(row) => row.id} label={t('structure.title')} empty={<Empty />}
              deeds={(row) => (
                <>
                  <Deed verb="changeSecondaryUnit" label={t('structure.page.edit')} name={row.name} can={row.can} closed={row.closed} type="link" size="small" onClick={() => void navigate({ to: '/center/secondary-units/$id/edit', params: { id: row.id } })} />
                  <Deed verb={removalOf(row)} label={t('structure.page.remove')} name={row.name} can={row.can} closed={row.closed} type="link" size="small" onClick={() => void navigate({ to: '/center/secondary-units/$id/remove', params: { id: row.id } })} />
                </>
              )}
            />
            {all.rows.length > 0 && (
              <p className="direct-people">
                <b>{t('structure.page.direct')}</b> {t('structure.page.direct.counts', { people: all.direct.people, pending: all.direct.pending })}{' '}
                <Link to="/center/secondary-units/direct">{t('structure.page.direct.look')}</Link>
              </p>
            )}
          </>
        )}
      </Sheet>
      <Notice>{t('structure.page.units.note')}</Notice>
      <RecentChanges kinds={['add', 'change', 'vacate', 'remove', 'move']} />
    </>
  )
}

/** Why there is none, and what one would be good for. */
function Empty() {
  const t = useWords()
  return (
    <div className="empty-list">
      <p>{t('structure.page.empty')}</p>
      <ul className="empty-reasons">{[1, 2, 3].map((n) => <li key={n}>{t(`structure.page.empty.${n}`)}</li>)}</ul>
    </div>
  )
}
