import { Button } from 'antd'
import { useState } from 'react'
import { useFilters } from '../../../web/filters.ts'
import { Sheet } from '../../../web/ui/page-title.tsx'
import { useWords } from '../../../web/words.ts'
import { matchingOf, memberFilters, Members } from './members.tsx'
import { MoveDialog } from './move-dialog.tsx'
import type { Change, SecondaryUnits } from './shown.ts'

type People = Extract<Change, { kind: 'move' }>['people']

/** Who belongs to one place, and, ticked, goes to another. */
export function MembersSheet({ place, people, all, canMove }: { place: string | null; people: number; all: SecondaryUnits; canMove: boolean }) {
  const t = useWords()
  const filters = useFilters(memberFilters)
  const [ticked, tick] = useState<string[]>([])
  const [moving, setMoving] = useState<{ people: People; n: number } | null>(null)
  const places = [
    ...(place ? [{ id: null, name: t('structure.page.move_to.unit') }] : []),
    ...all.rows.filter(({ id }) => id !== place).map(({ id, name }) => ({ id, name })),
  ]
  const offered = canMove && places.length > 0
  return (
    <Sheet title={t('structure.page.members', { n: people })}>
      <Members
        place={place} filters={filters} label={t('structure.page.people')} empty={t(place ? 'structure.page.members.none' : 'structure.page.direct.nobody')}
        {...(offered && {
          ticked, tick,
          deeds: <Button type="primary" onClick={() => setMoving({ people: { personIds: ticked }, n: ticked.length })}>{t('structure.page.move')}</Button>,
          all: (found: number) => <p className="all-found"><Button onClick={() => setMoving({ people: { matching: matchingOf(filters) }, n: found })}>{t('structure.page.move.all', { n: found })}</Button></p>,
        })}
      />
      {moving && <MoveDialog from={place} people={moving.people} n={moving.n} places={places} close={() => (setMoving(null), tick([]))} />}
    </Sheet>
  )
}
