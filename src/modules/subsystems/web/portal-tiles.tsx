import { useAsk } from '../../../web/ask.ts'
import { useActor } from '../../../web/session.ts'
import { useLang, useWords } from '../../../web/words.ts'
import { holds } from '../../../kernel/actor.ts'
import { subsystemsContract } from '../contract.ts'
import { aboutIn, nameIn } from './named.ts'

/** On the portal page: the subsystems that a person may enter now; the rest stands on his page of subsystems, with its reasons. */
export function PortalTiles() {
  const t = useWords()
  const lang = useLang()
  const isPerson = holds(useActor(), 'person')
  const mine = useAsk(subsystemsContract.mine, {}, { when: isPerson })
  const open = mine.value?.subsystems.filter(({ can }) => can.includes('enter')) ?? []
  if (open.length === 0) return null
  return (
    <section aria-label={t('subsystems.home.open')}>
      <h2 className="tiles-head">{t('subsystems.home.open')}</h2>
      <ul className="tiles">
        {open.map((one) => (
          <li key={one.id}>
            <a className="tile" href={one.entryUrl}>
              <span className="tile-words"><b>{nameIn(lang, one)}</b>{aboutIn(lang, one) && <span>{aboutIn(lang, one)}</span>}</span>
            </a>
          </li>
        ))}
      </ul>
    </section>
  )
}
