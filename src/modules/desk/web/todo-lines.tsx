import { Link } from '@tanstack/react-router'
import type { OutputOf } from '../../../kernel/contract.ts'
import { StateTag } from '../../../web/ui/state-tag.tsx'
import { Time, Until } from '../../../web/ui/time.tsx'
import { useWords } from '../../../web/words.ts'
import type { deskContract } from '../contract.ts'
import { leftUntil } from './left.ts'

type Todo = OutputOf<typeof deskContract.todo>
export type TodoLine = Todo['lines'][number]

/** `/projects/unit?call=...` for the router, which keeps the two apart. */
function placeOf(path: string): { to: string; search: Record<string, string> } {
  const [to = '', query = ''] = path.split('?')
  return { to, search: Object.fromEntries(new URLSearchParams(query)) }
}

/** A line per kind of thing: what, how many, since when, until when, what comes next; all of it leads to where it is done. */
export const TodoLines = ({ lines, now }: { lines: readonly TodoLine[]; now: string }) => (
  <ul className="todo">{lines.map((line) => <li key={line.id}><Line line={line} now={now} /></li>)}</ul>
)

function Line({ line, now }: { line: TodoLine; now: string }) {
  const t = useWords()
  const left = line.until === null ? null : leftUntil(t, line.until, now)
  return (
    <div className="todo-line">
      <b className="todo-n">{line.isMore ? t('desk.more', { n: line.n }) : line.n}</b>
      <span className="todo-what">
        <Link className="tile-link" {...placeOf(line.path)}>{t(line.what, line.params)}</Link>
        <span className="quiet">{t(line.next)}</span>
      </span>
      <span className="todo-times">
        {line.until !== null && <span>{t('desk.column.until')} <Until at={line.until} /> {left && <StateTag {...left} />}</span>}
        {line.since !== null && <span className="quiet">{t('desk.column.since')} <Time at={line.since} /></span>}
      </span>
    </div>
  )
}
