import { Button, Radio } from 'antd'
import { useState } from 'react'
import { useWords } from '../../../web/words.ts'
import type { Flow } from './flow.ts'
import { useLocalFilters } from './local-filters.ts'
import { matchingOf, memberFilters, Members } from './members.tsx'
import type { Change } from './shown.ts'

type Add = Extract<Change, { kind: 'add' }>

/**
 * D6: the people of the unit stay where they are, and what waits waits at the unit; or some of them go to the new secondary
 * unit with what waits for them. Each tick computes the plan anew: what is on the screen is what 保存 does.
 */
export function ComingPeople({ change, flow }: { change: Add; flow: Flow }) {
  const t = useWords()
  const { people } = change
  const [choosing, setChoosing] = useState(people !== undefined)
  const filters = useLocalFilters(memberFilters)
  const [ticked, tick] = useState<readonly string[]>(people && 'personIds' in people ? people.personIds : [])
  const take = (next: Add['people']) => {
    const { people: _before, ...rest } = change
    void flow.adjust(next ? { ...rest, people: next } : rest)
  }
  return (
    <section className="policy">
      <h3 id="coming">{t('structure.page.coming')}</h3>
      <Radio.Group
        className="radios" aria-labelledby="coming" value={choosing ? 'some' : 'none'}
        onChange={({ target }) => {
          setChoosing(target.value === 'some')
          tick([])
          if (target.value === 'none' && people) take(undefined)
        }}
      >
        <Radio value="none">{t('structure.page.coming.none')}<span className="hint">{t('structure.page.coming.none.text')}</span></Radio>
        <Radio value="some">{t('structure.page.coming.some')}<span className="hint">{t('structure.page.coming.some.text')}</span></Radio>
      </Radio.Group>
      {choosing && (people && 'matching' in people ? (
        <p className="taken" role="status">{t('structure.page.coming.all', { n: flow.at?.plan.people ?? 0 })} <button type="button" className="link" onClick={() => (tick([]), take(undefined))}>{t('structure.page.coming.again')}</button></p>
      ) : (
        <div className="policy-people">
          <p className="quiet">{t('structure.page.coming.tick')}</p>
          <Members
            place={null} filters={filters} ticked={ticked} tick={(ids) => (tick(ids), take(ids.length > 0 ? { personIds: ids } : undefined))}
            empty={t('structure.page.direct.nobody')} label={t('structure.page.direct')}
            all={(found) => <p className="all-found"><Button onClick={() => take({ matching: matchingOf(filters) })}>{t('structure.page.coming.take_all', { n: found })}</Button></p>}
          />
        </div>
      ))}
    </section>
  )
}
