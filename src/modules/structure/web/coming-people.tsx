import { Button, Radio } from 'antd'
import { useState } from 'react'
import { useWords } from '../../../web/words.ts'
import { useLocalFilters } from './local-filters.ts'
import { matchingOf, memberFilters, Members } from './members.tsx'
import type { Selection } from './shown.ts'

/**
 * D6: the people of the unit stay where they are, and what waits waits at the unit; or some of them go to the new secondary
 * unit with what waits for them. Each tick computes the plan anew: what is on the screen is what 保存 does.
 */
export function ComingPeople({ people, take, n }: {
  people: Selection | undefined
  take: (people: Selection | undefined) => void
  /** How many come by the plan of this choice; absent until it is there. */
  n: number | undefined
}) {
  const t = useWords()
  const [choosing, setChoosing] = useState(false)
  const [all, setAll] = useState(0)
  const filters = useLocalFilters(memberFilters)
  const ticked = people && 'personIds' in people ? people.personIds : []
  return (
    <section className="policy">
      <h2 id="coming">{t('structure.page.coming')}</h2>
      <Radio.Group
        className="radios" aria-labelledby="coming" value={choosing ? 'some' : 'none'}
        onChange={({ target }) => {
          setChoosing(target.value === 'some')
          take(undefined)
        }}
      >
        <Radio value="none">{t('structure.page.coming.none')}<span className="hint">{t('structure.page.coming.none.text')}</span></Radio>
        <Radio value="some">{t('structure.page.coming.some')}<span className="hint">{t('structure.page.coming.some.text')}</span></Radio>
      </Radio.Group>
      {choosing && (people && 'matching' in people ? (
        <p className="taken" role="status">{t('structure.page.coming.all', { n: n ?? all })} <button type="button" className="link" onClick={() => take(undefined)}>{t('structure.page.coming.again')}</button></p>
      ) : (
        <div className="policy-people">
          <p className="quiet">{t('structure.page.coming.tick')}</p>
          <Members
            place={null} filters={filters} ticked={ticked} tick={(ids) => take(ids.length > 0 ? { personIds: ids } : undefined)}
            empty={t('structure.page.direct.nobody')} label={t('structure.page.direct')}
            all={(found) => <p className="all-found"><Button onClick={() => (setAll(found), take({ matching: matchingOf(filters) }))}>{t('structure.page.coming.take_all', { n: found })}</Button></p>}
          />
        </div>
      ))}
    </section>
  )
}
