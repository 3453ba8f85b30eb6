import { endOf } from '../../../../kernel/clock.ts'
import { Link } from '@tanstack/react-router'
import { StateTag } from '../../../../web/ui/state-tag.tsx'
import { elapsed, Time } from '../../../../web/ui/time.tsx'
import { useWords } from '../../../../web/words.ts'
import { useSaid } from '../../../calls/web/parts.ts'
import { isUnsubmitted } from '../../state.ts'
import { stateWord, tooLate, toneOf, untilOf, type MineRow } from './shown.ts'

/** One own application in the list: who has it, since when, until when, and the one thing to do next. */
export function ApplicationCard({ row }: { row: MineRow }) {
  const t = useWords()
  const said = useSaid()
  const title = row.title || t('applications.mine.untitled')
  const until = untilOf(row)
  const late = tooLate(row)
  const isTodo = isUnsubmitted(row.state) && !late && row.can.includes('change')
  return (
    <article className="own-application">
      <div className="own-head">
        <h2><Link to={`/projects/mine/${row.id}`}>{title}</Link></h2>
        <StateTag word={stateWord(t, row)} tone={toneOf(row.state)} />
      </div>
      <p className="own-of"><span>{said(row.call.title)}</span>{row.number && <span className="code">{row.number}</span>}<span>{[row.unit.name, row.secondaryUnit?.name].filter(Boolean).join(' ')}</span></p>
      <dl>
        {row.desk && row.arrivedAt && <div><dt>{t('applications.mine.with')}</dt><dd>{row.desk.name}</dd></div>}
        {row.desk && row.arrivedAt && <div><dt>{t('applications.mine.since')}</dt><dd><Time at={row.arrivedAt} /> <span className="quiet">{elapsed(t, row.arrivedAt)}</span></dd></div>}
        {row.submittedAt && <div><dt>{t('applications.mine.submitted')}</dt><dd><Time at={row.submittedAt} /></dd></div>}
        {!row.submittedAt && <div><dt>{t('applications.mine.begun')}</dt><dd><Time at={row.begunAt} /></dd></div>}
        {until && <div><dt>{t(until.kind === 'window' ? 'applications.mine.until' : 'applications.mine.until.correction')}</dt><dd>{endOf(until.at)}</dd></div>}
      </dl>
      <p className="own-next">
        <span>{late ? t('applications.mine.next.late') : t(`applications.mine.next.${row.state}`, { desk: row.desk?.name ?? '' })}</span>
        <Link className={isTodo ? 'onward' : 'onward quiet'} to={`/projects/mine/${row.id}`}>
          {t(isTodo ? (row.state === 'draft' ? 'applications.mine.go_on' : 'applications.mine.correct') : 'applications.mine.view')}<span className="sr"> {title}</span>
        </Link>
      </p>
    </article>
  )
}
