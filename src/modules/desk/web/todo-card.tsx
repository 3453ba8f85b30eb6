import { Link } from '@tanstack/react-router'
import { useAsk } from '../../../web/ask.ts'
import { Sheet } from '../../../web/ui/page-title.tsx'
import { useWords } from '../../../web/words.ts'
import { deskContract } from '../contract.ts'
import { TodoLines } from './todo-lines.tsx'

/** As many lines stand on the portal page. */
const most = 3

/** On the portal page after sign-in: what closes first. Nothing to do, nothing to see. */
export default function TodoCard() {
  const t = useWords()
  const { value } = useAsk(deskContract.todo, {}, { fresh: true })
  if (!value || value.lines.length === 0) return null
  return (
    <div className="todo-card">
      <Sheet width="form" title={t('desk.title')} deed={<Link className="link" to="/todo">{t('desk.all', { n: value.n })}</Link>}>
        <TodoLines lines={value.lines.slice(0, most)} now={value.now} />
      </Sheet>
    </div>
  )
}
