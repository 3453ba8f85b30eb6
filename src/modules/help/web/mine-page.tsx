import { useAsk } from '../../../web/ask.ts'
import { Loaded } from '../../../web/ui/loaded.tsx'
import { PageTitle, Sheet } from '../../../web/ui/page-title.tsx'
import { StateTag } from '../../../web/ui/state-tag.tsx'
import { Time } from '../../../web/ui/time.tsx'
import { useWords } from '../../../web/words.ts'
import { helpContract } from '../contract.ts'

/** What I asked, who has it, since when, and what was answered (N25). */
export default function MinePage() {
  const t = useWords()
  const mine = useAsk(helpContract.mine, {}, { fresh: true })
  return (
    <>
      <PageTitle title={t('help.mine.title')} />
      <Loaded of={mine}>{({ questions }) => questions.length === 0 ? <Sheet width="reading"><p>{t('help.mine.empty')}</p></Sheet> : (
        questions.map((q) => (
          <Sheet key={q.id} width="reading">
            <p className="asked-at"><StateTag word={t(`help.state.${q.state}`)} tone={q.state === 'answered' ? 'good' : 'warn'} /> <span className="quiet"><Time at={q.askedAt} /></span></p>
            <blockquote>{q.sentence}</blockquote>
            <p className="asked">{q.note}</p>
            <p className="quiet">{t('help.page')} <code>{q.path}</code></p>
            {q.state === 'open'
              ? <p className="quiet">{t(`help.waiting_for.${q.toPost}`)}</p>
              : <><h3>{t('help.column.answer')}{q.answeredAt && <span className="quiet"> <Time at={q.answeredAt} /></span>}</h3><p className="asked">{q.answer}</p></>}
          </Sheet>
        ))
      )}</Loaded>
    </>
  )
}
