import { useAsk } from '../../../web/ask.ts'
import { useActor } from '../../../web/session.ts'
import { Notice } from '../../../web/ui/notice.tsx'
import { useLang, useWords } from '../../../web/words.ts'
import { holds } from '../../../kernel/actor.ts'
import { subsystemsContract } from '../contract.ts'
import { commonRefusal } from './mine.ts'
import { aboutIn, nameIn } from './named.ts'

/** On the portal page: the subsystems that a person may enter now; the rest stands on his page of subsystems, with its reasons. */
export default function PortalTiles() {
  const t = useWords()
  const lang = useLang()
  const isPerson = holds(useActor(), 'person')
  const mine = useAsk(subsystemsContract.mine, {}, { when: isPerson })
  const open = mine.value?.subsystems.filter(({ can }) => can.includes('enter')) ?? []
  const common = commonRefusal(mine.value?.subsystems ?? [])
  if (common?.refusal) return <div className="tiles-head"><Notice tone="still" title={t('subsystems.home.all_held')}>{t(common.refusal)}</Notice></div>
  if (open.length === 0) return null
  return (
    <section aria-label={t('subsystems.home.open')}>
      <h2 className="tiles-head">{t('subsystems.home.open')}</h2>
      <ul className="tiles">
        {open.map((one) => (
          <li key={one.id}>
            <div className="tile">
              <span className="tile-words">
                <b><a className="tile-link" href={one.entryUrl} aria-label={t('subsystems.home.enter.of', { name: nameIn(lang, one) })}>{nameIn(lang, one)}</a></b>
                {aboutIn(lang, one) && <span>{aboutIn(lang, one)}</span>}
              </span>
            </div>
          </li>
        ))}
      </ul>
    </section>
  )
}
