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
 * unit with what waits for them. Each choice computes the plan anew.
 */
export function ComingPeople({ change, flow }: { change: Add; flow: Flow }) {
  const t = useWords()
  const [choosing, setChoosing] = useState(change.people !== undefined)
  const [ticked, tick] = useState<string[]>(change.people && 'personIds' in change.people ? [...change.people.personIds] : [])
  const filters = useLocalFilters(memberFilters)
  const take = (people: Add['people']) => {
    const { people: _before, ...rest } = change
    void flow.adjust(people ? { ...rest, people } : rest)
  }
  const matching = change.people && 'matching' in change.people
  return (
    <section className="policy">
      <h3 id="coming">{t('structure.page.coming')}</h3>
      <Radio.Group
        className="radios" aria-labelledby="coming" value={choosing ? 'some' : 'none'}
        onChange={({ target }) => {
          setChoosing(target.value === 'some')
          if (target.value === 'none') take(undefined)
        }}
      >
        <Radio value="none">{t('structure.page.coming.none')}<span className="hint">{t('structure.page.coming.none.text')}</span></Radio>
        <Radio value="some">{t('structure.page.coming.some')}<span className="hint">{t('structure.page.coming.some.text')}</span></Radio>
      </Radio.Group>
      {choosing && (
        <div className="policy-people">
          {change.people && <output className="taken">{matching ? t('structure.page.coming.taken.all', { n: flow.at?.plan.people ?? 0 }) : t('structure.page.coming.taken', { n: flow.at?.plan.people ?? 0 })}</output>}
          <Members
            place={null} filters={filters} ticked={ticked} tick={tick} empty={t('structure.page.direct.nobody')} label={t('structure.page.direct')}
            deeds={(found) => (
              <>
                <Button type="primary" loading={flow.busy} onClick={() => take({ personIds: ticked })}>{t('structure.page.coming.take', { n: ticked.length })}</Button>
                <Button loading={flow.busy} onClick={() => take({ matching: matchingOf(filters) })}>{t('structure.page.coming.take_all', { n: found })}</Button>
              </>
            )}
          />
        </div>
      )}
    </section>
  )
}
