import { Button } from 'antd'
import { KeepingState } from '../../../../web/ui/keeping-state.tsx'
import { Notice } from '../../../../web/ui/notice.tsx'
import { Time } from '../../../../web/ui/time.tsx'
import { useWords } from '../../../../web/words.ts'
import { speaking, textBeside } from '../../../../web/review/reason-text.ts'
import type { Half } from './marks.ts'
import type { Decision } from './use-decision.ts'

/** E19: what was begun to be written and not sent yet, by those before and by oneself, with the way to go on with it. */
export function BegunNotes({ decision: d }: { decision: Decision }) {
  const t = useWords()
  const { own, others } = d.notes
  return (
    <>
      {d.mode === 'reading' && own && (
        <Notice title={t('applications.note.own')}>
          <HalfText half={own} labelOf={d.labelOf} />
          <p className="note-deed"><Button size="small" onClick={d.beginReturn}>{t('applications.note.go_on')}</Button></p>
        </Notice>
      )}
      {others.map((note) => (
        <Notice key={`${note.by} ${note.at}`} title={<>{t('applications.note.of', { name: note.by })} <span className="quiet"><Time at={note.at} /></span></>}>
          <HalfText half={note} labelOf={d.labelOf} />
          <p className="note-deed"><Button size="small" onClick={() => d.goOnWith(note)}>{t('applications.note.go_on')}</Button></p>
        </Notice>
      ))}
    </>
  )
}

function HalfText({ half: { codes, comment, marks }, labelOf }: { half: Half; labelOf: (field: string) => string }) {
  const t = useWords()
  const inWords = (all: Half['codes']) => all.map((code) => t(`applications.reason.${code}`))
  const text = textBeside(comment, inWords(speaking(codes)))
  return (
    <>
      {codes.length > 0 && <p>{inWords(codes).join(t('applications.desk.and'))}</p>}
      {text && <p className="given">{text}</p>}
      {marks.length > 0 && <ul>{marks.map((mark) => <li key={mark.field}>{t('web.pair', { label: labelOf(mark.field), value: [...inWords(mark.codes), mark.note].filter(Boolean).join(t('applications.desk.and')) })}</li>)}</ul>}
    </>
  )
}

/** Whether what was typed is safe by now, and for whom. */
export function NoteKept({ decision: d }: { decision: Decision }) {
  const t = useWords()
  return (
    <p className="note-kept small">
      <KeepingState keeping={d.notes.keeping} said={{ keeping: t('applications.note.keeping'), kept: (time) => t('applications.note.kept', { time }), failed: (why) => t('applications.note.failed', { why }) }} />
    </p>
  )
}
