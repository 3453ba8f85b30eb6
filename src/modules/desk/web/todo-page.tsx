import { useAsk } from '../../../web/ask.ts'
import { useActor } from '../../../web/session.ts'
import { Loaded } from '../../../web/ui/loaded.tsx'
import { PageTitle, Sheet } from '../../../web/ui/page-title.tsx'
import { useWords } from '../../../web/words.ts'
import { deskContract } from '../contract.ts'
import { TodoLines } from './todo-lines.tsx'

/** 待办, over all rooms: asked anew at every opening and each minute. */
export default function TodoPage() {
  const t = useWords()
  const mandate = useActor()?.mandate?.scopeName
  const todo = useAsk(deskContract.todo, {}, { fresh: true, every: 60_000 })
  const n = todo.value?.n ?? 0
  return (
    <>
      <PageTitle title={t('desk.title')} {...(mandate && { mandate })} lead={n > 0 ? t('desk.lead.n', { n }) : t('desk.lead')} />
      <Loaded of={todo}>{({ lines, now }) => (
        <Sheet width="form">
          {lines.length > 0 ? <TodoLines lines={lines} now={now} /> : <div className="todo-empty"><p><b>{t('desk.empty')}</b></p><p className="quiet">{t('desk.empty.lead')}</p></div>}
        </Sheet>
      )}</Loaded>
    </>
  )
}
