import { endOf } from '../../../../kernel/clock.ts'
import { Link } from '@tanstack/react-router'
import { Sheet } from '../../../../web/ui/page-title.tsx'
import { StateTag } from '../../../../web/ui/state-tag.tsx'
import { Time } from '../../../../web/ui/time.tsx'
import { Timeline, type TimelineEntry } from '../../../../web/ui/timeline.tsx'
import { useWords } from '../../../../web/words.ts'
import { useReasons } from '../reasons.ts'
import { printPath, type Shown } from './shown.ts'

const tones: Readonly<Record<string, TimelineEntry['tone']>> = { returned: 'bad', not_accepted: 'bad', accepted: 'good', passed: 'good', withdrawn: 'still', begun: 'still' }

/** The way of an application, what happened on it, what was submitted, and who looked at it (D7, E60). */
export function Course({ shown }: { shown: Shown }) {
  const t = useWords()
  const reasons = useReasons()
  // Newest first, as every course is shown.
  const entries = shown.timeline.toReversed().map((one, i): TimelineEntry => ({
    key: `${i}`, at: one.at, who: [one.desk, one.by].filter(Boolean).join(' ') || null, tone: tones[one.event] ?? 'plain',
    what: <>{t(`applications.event.${one.event}`)}{one.to && <span className="to">{t('applications.mine.course.to', { desk: one.to })}</span>}{one.isFast && <StateTag word={t('applications.mine.course.fast')} />}</>,
    reason: [...reasons.shown(one, one.event), one.actForReason].filter(Boolean).join('\n') || null,
  }))
  return (
    <div className="course">
      <Route route={shown.route} />
      {shown.versions.length > 0 && (
        <Sheet title={t('applications.mine.versions')}>
          <ol className="versions">
            {shown.versions.map((one) => (
              <li key={one.revision}>
                <b>{t('applications.mine.version', { n: one.revision })}</b><Time at={one.receivedAt} /><code>{one.hash.slice(0, 16)}</code>
                <Link to={`/projects/mine/${shown.id}/receipt/${one.revision}`}>{t('applications.mine.receipt')}<span className="sr"> {t('applications.mine.version', { n: one.revision })}</span></Link>
                {one.isOwn && <Link to={printPath(shown.id, one.revision)}>{t('applications.mine.print')}<span className="sr"> {t('applications.mine.version', { n: one.revision })}</span></Link>}
              </li>
            ))}
          </ol>
        </Sheet>
      )}
      <Sheet><Timeline title={t('applications.mine.course')} entries={entries} /></Sheet>
      <Sheet title={t('applications.mine.looks')}>
        {shown.looks.length === 0 ? <p className="quiet">{t('applications.mine.looks.none')}</p> : (
          <ul className="looks">{shown.looks.map((one, i) => <li key={i}><b>{one.name}</b><span>{one.desk}</span><span className="quiet">{t('applications.mine.looks.last')} <Time at={one.lastAt} /></span></li>)}</ul>
        )}
      </Sheet>
    </div>
  )
}

/** 流程: each level with its desk and until when; where it lies now. */
export function Route({ route }: { route: Shown['route'] }) {
  const t = useWords()
  if (route.length === 0) return null
  return (
    <Sheet title={t('applications.mine.route')}>
      <ol className="own-route">
        {route.map((step) => (
          <li key={step.level} className={step.at ? 'at' : step.done ? 'done' : 'todo'} aria-current={step.at ? 'step' : undefined}>
            <b>{t(`applications.mine.level.${step.level}`)}</b>
            <span>{step.name}</span>
            {step.closesAt && <span className="quiet">{t('applications.mine.route.until', { moment: endOf(new Date(step.closesAt)) })}</span>}
            <span className="sr">{t(step.at ? 'applications.mine.route.here' : step.done ? 'applications.mine.route.done' : 'applications.mine.route.todo')}</span>
          </li>
        ))}
      </ol>
    </Sheet>
  )
}
