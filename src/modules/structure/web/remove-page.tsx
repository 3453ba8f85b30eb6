import { Link, useParams } from '@tanstack/react-router'
import { Select } from 'antd'
import { useEffect, useState } from 'react'
import { useAsk } from '../../../web/ask.ts'
import { useHeld } from '../../../web/held.ts'
import { Loaded } from '../../../web/ui/loaded.tsx'
import { NotFound } from '../../../web/ui/not-found.tsx'
import { PageTitle, Sheet } from '../../../web/ui/page-title.tsx'
import { Refused } from '../../../web/ui/refused.tsx'
import { Skeleton } from '../../../web/ui/skeleton.tsx'
import { useWords } from '../../../web/words.ts'
import { structureContract } from '../contract.ts'
import { Crumbs } from './crumbs.tsx'
import { DoneStep } from './done-step.tsx'
import { useFlow } from './flow.ts'
import { useLocalFilters } from './local-filters.ts'
import { memberFilters, Members } from './members.tsx'
import { PlanStep } from './plan-step.tsx'
import type { Changed, SecondaryUnit, SecondaryUnits } from './shown.ts'

/** 删除 (S2-38, S2-39): who refers to it stands here, and goes somewhere else in the same deed. */
export default function RemovePage() {
  const { id = '' } = useParams({ strict: false })
  const asked = useAsk(structureContract.secondaryUnits, {}, { fresh: true })
  // What was removed is gone from the list that is asked anew; its page still tells what came of it.
  const [removed, setRemoved] = useState<{ changed: Changed; name: string } | null>(null)
  if (removed) return <Removed {...removed} />
  return (
    <Loaded of={asked}>{({ rows }) => {
      const row = rows.find((one) => one.id === id)
      return row ? <Remove key={id} shown={row} others={rows.filter((one) => one.id !== id)} done={(changed) => setRemoved({ changed, name: row.name })} /> : <NotFound />
    }}</Loaded>
  )
}

function Remove({ shown, others, done }: { shown: SecondaryUnit; others: SecondaryUnits['rows']; done: (changed: Changed) => void }) {
  const t = useWords()
  const row = useHeld(shown)
  const flow = useFlow(done)
  const [moveTo, setMoveTo] = useState<string | undefined>(undefined)
  const [start] = useState(() => flow.adjust)
  useEffect(() => void start({ kind: 'remove', id: row.id, version: row.version }), [start, row])
  const choose = (to: string) => {
    setMoveTo(to)
    void flow.adjust({ kind: 'remove', id: row.id, version: row.version, moveTo: to })
  }
  return (
    <>
      <Crumbs />
      <PageTitle title={t('structure.title.remove')} mandate={row.name} lead={t('structure.page.remove.lead')} />
      <Sheet width="form">
        <p className="remove-account">{t('structure.page.remove.account')}</p>
        {shown.people > 0 && (
          <div className="field move-to">
            <label htmlFor="move-to">{t('structure.page.move_to', { n: shown.people })}<span className="star" aria-hidden="true">*</span><span className="sr">{t('web.required')}</span></label>
            <p className="hint" id="move-to-hint">{t('structure.page.move_to.hint')}</p>
            <Select
              id="move-to" aria-describedby="move-to-hint" placeholder={t('web.choose')} value={moveTo} onChange={choose} style={{ width: '100%' }}
              options={[{ value: 'unit', label: t('structure.page.move_to.unit') }, ...others.map(({ id, name }) => ({ value: id, label: name }))]}
              showSearch={others.length > 8 ? { optionFilterProp: 'label' } : false}
            />
          </div>
        )}
        {flow.at ? <PlanStep flow={flow} plan={flow.at.plan} verb={t('structure.page.remove')} danger />
          : flow.refusal ? <Refused refusal={flow.refusal} again={() => void flow.adjust({ kind: 'remove', id: row.id, version: row.version })} /> : <Skeleton lines={5} />}
      </Sheet>
      {shown.people > 0 && <Sheet title={t('structure.page.referrers', { n: shown.people })}><Referrers id={row.id} /></Sheet>}
    </>
  )
}

/** Who refers to it; ticked ones can be moved apart from the others on the page of the secondary unit. */
function Referrers({ id }: { id: string }) {
  const t = useWords()
  const filters = useLocalFilters(memberFilters)
  return (
    <>
      <p className="quiet apart">{t('structure.page.referrers.text')} <Link to="/center/secondary-units/$id" params={{ id }}>{t('structure.page.referrers.apart')}</Link></p>
      <Members place={id} filters={filters} empty={t('structure.page.members.none')} label={t('structure.page.people')} />
    </>
  )
}

function Removed({ changed, name }: { changed: Changed; name: string }) {
  const t = useWords()
  return (
    <>
      <Crumbs />
      <PageTitle title={t('structure.title.remove')} mandate={name} />
      <Sheet width="form">
        <DoneStep changed={changed} sentence={t('structure.page.remove.done', { name })} deeds={<Link className="onward" to="/center/secondary-units">{t('structure.page.to_list')}</Link>} />
      </Sheet>
    </>
  )
}
