import { Link } from '@tanstack/react-router'
import { StateTag } from '../../../web/ui/state-tag.tsx'
import { useWords } from '../../../web/words.ts'
import { toneOfStatus, type ShownPerson } from './me.ts'

/** S1-N1: who may be the same person, why so, and what to do. Of other units' people only that there is one. */
export function Duplicates({ person }: { person: ShownPerson }) {
  const t = useWords()
  const { duplicates } = person
  const blocked = duplicates.some((d) => d.by === 'document' && d.vouched)
  return (
    <>
      <ul className="duplicates">
        {duplicates.map((d, i) => (
          <li key={d.id ?? `other ${i}`}>
            {d.id
              ? <><Link to="/people/$id" params={{ id: d.id }}>{d.name}</Link> <span className="code quiet">{d.userName}</span></>
              : <b>{t(d.of === 'none' ? 'people.duplicates.none' : 'people.duplicates.another')}</b>}
            {d.status && <StateTag word={t(`people.status.${d.status}`)} tone={toneOfStatus(d.status)} />}
            <p>{t(`people.duplicates.by.${d.by}`)}</p>
            {d.by === 'document' && d.vouched && <p>{t('people.duplicates.vouched')}</p>}
          </li>
        ))}
      </ul>
      <h3 className="spaced">{t('people.duplicates.next')}</h3>
      <p>{t(blocked ? 'people.duplicates.next.vouched' : duplicates.some((d) => d.by === 'document') ? 'people.duplicates.next.document' : 'people.duplicates.next.name')}</p>
    </>
  )
}
