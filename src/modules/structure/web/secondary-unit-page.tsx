import { Link, useNavigate, useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { useAsk } from '../../../web/ask.ts'
import { Deed } from '../../../web/ui/closed.tsx'
import { Loaded } from '../../../web/ui/loaded.tsx'
import { Notice } from '../../../web/ui/notice.tsx'
import { PageTitle, Sheet } from '../../../web/ui/page-title.tsx'
import { StateTag } from '../../../web/ui/state-tag.tsx'
import { Time } from '../../../web/ui/time.tsx'
import { useWords } from '../../../web/words.ts'
import { structureContract } from '../contract.ts'
import { Crumbs } from './crumbs.tsx'
import { EndDialog } from './end-dialog.tsx'
import { GrantFacts } from './grant-facts.tsx'
import { SecondaryUnitHistory, type History } from './history.tsx'
import { MembersSheet } from './members-sheet.tsx'
import { PastGrants } from './past-grants.tsx'
import { removalOf, type SecondaryUnit, type SecondaryUnits } from './shown.ts'
import { RecentChanges } from './undo.tsx'

/** One secondary unit: manager, people, history; of an archived one, what is kept of it. */
export default function SecondaryUnitPage() {
  const { id = '' } = useParams({ strict: false })
  const all = useAsk(structureContract.secondaryUnits, {}, { fresh: true })
  const history = useAsk(structureContract.secondaryUnitHistory, { id }, { fresh: true })
  const [ending, setEnding] = useState<SecondaryUnit | null>(null)
  return (
    <>
      <Loaded of={history}>{(past) => (
        <Loaded of={all}>{(units) => {
          const row = units.rows.find((one) => one.id === id)
          return row ? <Active row={row} all={units} past={past} end={() => setEnding(row)} /> : <Archived past={past} />
        }}</Loaded>
      )}</Loaded>
      {ending?.manager && <EndDialog of="manager" name={ending.manager.name} change={{ kind: 'vacate', id: ending.id, version: ending.version }} close={() => setEnding(null)} />}
    </>
  )
}

function Active({ row, all, past, end }: { row: SecondaryUnit; all: SecondaryUnits; past: History; end: () => void }) {
  const t = useWords()
  const navigate = useNavigate()
  const { manager, can, closed } = row
  return (
    <>
      <Crumbs />
      <PageTitle
        title={row.name} mandate={t('structure.page.unit.counts', { people: row.people, pending: row.pending })}
        state={!manager && <StateTag word={t('structure.page.vacant')} tone="bad" />}
        deed={<Deed verb="changeSecondaryUnit" label={t('structure.page.edit')} can={can} closed={closed} type="primary" onClick={() => void navigate({ to: '/center/secondary-units/$id/edit', params: { id: row.id } })} />}
      />
      <div className="columns">
        <Sheet title={t('structure.page.manager')}>
          {manager ? <GrantFacts grant={manager} /> : <Vacant row={row} />}
          <div className="deeds">
            <Deed verb="revokeManager" label={t('structure.page.manager.end')} can={can} closed={manager ? closed : []} onClick={end} />
            <Deed verb={removalOf(row)} label={t('structure.page.remove.this')} can={can} closed={closed} danger onClick={() => void navigate({ to: '/center/secondary-units/$id/remove', params: { id: row.id } })} />
          </div>
        </Sheet>
        <div>
          <Sheet title={t('structure.page.managers.past')}><PastGrants grants={past.managers} empty={t('structure.page.managers.none')} /></Sheet>
          <Sheet><SecondaryUnitHistory past={past} /></Sheet>
        </div>
      </div>
      <MembersSheet key={row.id} place={row.id} people={row.people} all={all} canMove={can.includes('movePeople')} />
      <RecentChanges kinds={['add', 'change', 'vacate', 'move']} about={row.name} />
    </>
  )
}

/** E36: what waits stays at this desk; the unit may act for it meanwhile (D11). */
function Vacant({ row }: { row: SecondaryUnit }) {
  const t = useWords()
  return (
    <Notice tone="warn" title={t('structure.page.vacant')}>
      {row.vacantSince && <p>{t('structure.page.vacant.since')} <Time at={row.vacantSince} /></p>}
      <p>{t('structure.page.vacant.one', { n: row.pending })}</p>
    </Notice>
  )
}

function Archived({ past }: { past: History }) {
  const t = useWords()
  return (
    <>
      <Crumbs />
      <PageTitle title={past.name} state={<StateTag word={t('structure.page.view.archived')} tone="still" />} lead={t('structure.page.archived.text')} />
      <div className="columns">
        <Sheet title={t('structure.page.managers.past')}>
          <PastGrants grants={past.managers} empty={t('structure.page.managers.none')} />
        </Sheet>
        <Sheet><SecondaryUnitHistory past={past} /></Sheet>
      </div>
      <p className="spaced"><Link to="/center/secondary-units">{t('structure.page.to_list')}</Link></p>
    </>
  )
}
