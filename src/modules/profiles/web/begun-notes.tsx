import { Button } from 'antd'
import { Notice } from '../../../web/ui/notice.tsx'
import { Time } from '../../../web/ui/time.tsx'
import { useWords } from '../../../web/words.ts'
import { RefusalReason } from './history.tsx'
import type { Decision } from './use-decision.ts'

/** E19: what was begun to be written and not said yet, by those before and by oneself, with the way to go on with it. */
export function BegunNotes({ decision: d }: { decision: Decision }) {
  const t = useWords()
  const { own, others } = d.notes
  return (
    <>
      {d.mode === 'reading' && own && (
        <Notice title={t('profiles.note.own')}>
          <RefusalReason codes={own.codes} reason={own.text} />
          <p className="note-deed"><Button size="small" onClick={d.beginRefusing}>{t('profiles.note.go_on')}</Button></p>
        </Notice>
      )}
      {others.map((note) => (
        <Notice key={`${note.by} ${note.at}`} title={<>{t('profiles.note.of', { name: note.by })} <span className="quiet"><Time at={note.at} /></span></>}>
          <RefusalReason codes={note.reasonCodes} reason={note.reason} />
          <p className="note-deed"><Button size="small" onClick={() => d.goOnWith(note)}>{t('profiles.note.go_on')}</Button></p>
        </Notice>
      ))}
    </>
  )
}
