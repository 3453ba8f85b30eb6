import type { OutputOf } from '../../../kernel/contract.ts'
import { useAsk } from '../../../web/ask.ts'
import { Loaded } from '../../../web/ui/loaded.tsx'
import { Sheet } from '../../../web/ui/page-title.tsx'
import { Time } from '../../../web/ui/time.tsx'
import { useLang, useWords } from '../../../web/words.ts'
import { unitProfilesContract } from '../contract.ts'

type Entry = OutputOf<typeof unitProfilesContract.unitProfileHistory>['entries'][number]

const tones: Readonly<Record<string, string>> = { confirmed: 'good', entered: 'good', proposed: 'warn', refused: 'bad', withdrawn: 'still', filled: 'still' }
/** More than these of one event are folded. */
const atOnce = 4

/** Who changed what field, from what to what, and when; personal values masked. */
export function History() {
  const t = useWords()
  const asked = useAsk(unitProfilesContract.unitProfileHistory, {}, { fresh: true })
  return (
    <Sheet title={t('unitProfiles.history')}>
      <Loaded of={asked}>
        {({ entries, more }) => (
          <div className="timeline">
            {entries.length === 0 && <p className="quiet">{t('unitProfiles.history.empty')}</p>}
            <ol>{entries.map((entry, i) => <Happened key={`${entry.at} ${i}`} entry={entry} />)}</ol>
            {more && <p className="hint">{t('unitProfiles.history.more')}</p>}
          </div>
        )}
      </Loaded>
    </Sheet>
  )
}

function Happened({ entry: e }: { entry: Entry }) {
  const t = useWords()
  const how = e.how === 'step_up' ? t('unitProfiles.history.step_up') : ''
  return (
    <li className={tones[e.event] ?? 'plain'}>
      <p><b>{t(`unitProfiles.${e.of}.event.${e.event}`)}{how}</b><span>{e.by ?? t('unitProfiles.history.registry')}{e.post && t('unitProfiles.history.as', { post: t(`unitProfiles.post.${e.post}`) })}</span></p>
      {e.note && <blockquote>{e.note}</blockquote>}
      <Changes of={e.changes.slice(0, atOnce)} />
      {e.changes.length > atOnce && (
        <details className="more-changes">
          <summary>{t('unitProfiles.history.rest', { n: e.changes.length - atOnce })}</summary>
          <Changes of={e.changes.slice(atOnce)} />
        </details>
      )}
      <Time at={e.at} />
    </li>
  )
}

function Changes({ of }: { of: Entry['changes'] }) {
  const t = useWords()
  const en = useLang() === 'en'
  if (of.length === 0) return null
  const none = t('unitProfiles.history.none')
  return (
    <dl className="changes">
      {of.map((c) => {
        const [from, to] = en ? [c.fromEn, c.toEn] : [c.from, c.to]
        return (
          <div key={c.field}>
            <dt>{t(`unitProfiles.field.${c.field}`)}</dt>
            {/* Masked values may look the same: that it is another one is said all the same. */}
            <dd>{from ? <><del>{from}</del> <span aria-hidden="true">→</span> </> : null}<ins>{to || none}</ins></dd>
          </div>
        )
      })}
    </dl>
  )
}
