import { Button } from 'antd'
import { useState } from 'react'
import type { OutputOf } from '../../../kernel/contract.ts'
import { useAsk, useDeed } from '../../../web/ask.ts'
import { ConfirmDialog } from '../../../web/ui/dialogs.tsx'
import { Loaded } from '../../../web/ui/loaded.tsx'
import { Sheet } from '../../../web/ui/page-title.tsx'
import { StateTag } from '../../../web/ui/state-tag.tsx'
import { Day } from '../../../web/ui/time.tsx'
import { useLang, useWords } from '../../../web/words.ts'
import { recoveryContract } from '../contract.ts'
import { monthName } from './month.ts'
import { NoteDialog } from './note-dialog.tsx'

export type Note = OutputOf<typeof recoveryContract.notes>[number]

/** 交接备忘: how things are done here; they belong to the unit, whoever keeps its account. */
export function Notes() {
  const t = useWords()
  const notes = useAsk(recoveryContract.notes, {}, { fresh: true })
  const [writing, setWriting] = useState<Note | 'new' | null>(null)
  const [removing, setRemoving] = useState<Note | null>(null)
  const remove = useDeed(recoveryContract.removeNote)
  return (
    <Sheet title={t('recovery.notes.title')} deed={<Button type="primary" onClick={() => setWriting('new')}>{t('recovery.notes.add')}</Button>}>
      <p className="lead">{t('recovery.notes.lead')}</p>
      <Loaded of={notes}>{(all) => all.length === 0
        ? <div className="empty"><p>{t('recovery.notes.empty')}</p><p className="quiet">{t('recovery.notes.empty.text')}</p></div>
        : <ul className="pieces">{all.map((note) => <NoteRow key={note.id} note={note} change={() => setWriting(note)} remove={() => setRemoving(note)} />)}</ul>}</Loaded>
      <NoteDialog note={writing} close={() => setWriting(null)} />
      <ConfirmDialog
        open={removing !== null} danger title={t('recovery.notes.remove.title', { title: removing?.title ?? '' })} verb={t('recovery.notes.remove')} undo={false} close={() => setRemoving(null)}
        act={() => remove.do({ id: removing?.id ?? '', version: removing?.version ?? 1 })}
      >
        <p>{t('recovery.notes.remove.text')}</p>
      </ConfirmDialog>
    </Sheet>
  )
}

function NoteRow({ note, change, remove }: { note: Note; change: () => void; remove: () => void }) {
  const t = useWords()
  const lang = useLang()
  const { recursMonth: month, recursDay: day } = note
  return (
    <li>
      <div>
        <h3>{note.title}{month && <StateTag word={day ? t('recovery.notes.every_day', { month: monthName(lang, month), day }) : t('recovery.notes.every_month', { month: monthName(lang, month) })} />}</h3>
        <p className="given">{note.body}</p>
        <p className="quiet">{t('recovery.notes.changed')} <Day at={note.changedAt} /></p>
      </div>
      <span className="row-deeds">
        <button type="button" className="link" onClick={change}>{t('recovery.notes.change')}<span className="sr"> {note.title}</span></button>
        <button type="button" className="link" onClick={remove}>{t('recovery.notes.remove')}<span className="sr"> {note.title}</span></button>
      </span>
    </li>
  )
}
