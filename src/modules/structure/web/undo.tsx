import { Button } from 'antd'
import { useState } from 'react'
import { useAsk, useDeed } from '../../../web/ask.ts'
import { ClosedDeed, Deed } from '../../../web/ui/closed.tsx'
import { ConfirmDialog } from '../../../web/ui/dialogs.tsx'
import { Notice } from '../../../web/ui/notice.tsx'
import { Sheet } from '../../../web/ui/page-title.tsx'
import { Time } from '../../../web/ui/time.tsx'
import { useWords } from '../../../web/words.ts'
import { structureContract } from '../contract.ts'
import type { RecentChange, Undone } from './shown.ts'

/** 撤销 of one change (N9): what it moved goes back; what others used meanwhile stays, and is named. */
export function UndoDeed({ id, label, told }: { id: string; label: string; told: (undone: Undone) => void }) {
  const [asking, setAsking] = useState(false)
  const recent = useAsk(structureContract.changes, {}).value?.rows.find((one) => one.id === id)
  const why = recent?.closed.find(({ verb }) => verb === 'undoChange')
  if (why) return <ClosedDeed why={why} label={label} />
  return (
    <>
      <Button onClick={() => setAsking(true)}>{label}</Button>
      {asking && <UndoDialog id={id} close={() => setAsking(false)} done={told} />}
    </>
  )
}

function UndoDialog({ id, close, done }: { id: string; close: () => void; done: (undone: Undone) => void }) {
  const t = useWords()
  const deed = useDeed(structureContract.undoChange)
  const act = async () => {
    const answer = await deed.do({ id })
    if (answer.ok) done(answer.value)
    return answer
  }
  return (
    <ConfirmDialog open undo={false} title={t('structure.undo.title')} verb={t('structure.undo')} close={close} act={act}>
      <p>{t('structure.undo.text')}</p>
      <ul>{[1, 2, 3].map((n) => <li key={n}>{t(`structure.undo.text.${n}`)}</li>)}</ul>
    </ConfirmDialog>
  )
}

export function UndoneNotice({ undone }: { undone: Undone }) {
  const t = useWords()
  const { people, grants, units } = undone.undone
  return (
    <Notice tone={undone.left.length > 0 ? 'warn' : 'good'} live title={t(undone.left.length > 0 ? 'structure.undone.partly' : 'structure.undone')}>
      <p>{t('structure.undone.counts', { people, grants, units })}</p>
      {undone.left.length > 0 && <ul>{undone.left.map((one) => <li key={`${one.what} ${one.code} ${JSON.stringify(one.params)}`}>{t(one.code, one.params)}</li>)}</ul>}
    </Notice>
  )
}

/** Changes of the last 24 hours, each with its way back. `kinds`, `about`: those that this page is about. */
export function RecentChanges({ kinds, about }: { kinds: readonly RecentChange['kind'][]; about?: string }) {
  const t = useWords()
  const asked = useAsk(structureContract.changes, {}, { fresh: true })
  const [undoing, setUndoing] = useState<string | null>(null)
  const [undone, setUndone] = useState<Undone | null>(null)
  const rows = asked.value?.rows.filter((row) => kinds.includes(row.kind) && (about === undefined || row.about === about)) ?? []
  if (rows.length === 0) return null
  return (
    <Sheet title={t('structure.changes')}>
      {undone && <UndoneNotice undone={undone} />}
      <ul className="recent-changes">
        {rows.map((row) => (
          <li key={row.id}>
            <div>
              <p><b>{t(`structure.change.${row.kind}`, { about: row.about ?? '' })}</b>{row.moved > 0 && <span> {t('structure.done.moved', { n: row.moved })}</span>}</p>
              <p className="quiet"><Time at={row.at} /> {row.by ?? t('structure.page.by.platform')}</p>
            </div>
            {row.undoneAt
              ? <span className="quiet">{t('structure.change.undone')} <Time at={row.undoneAt} /></span>
              : <Deed verb="undoChange" label={t('structure.undo')} name={row.about ?? ''} can={row.can} closed={row.closed} onClick={() => setUndoing(row.id)} />}
          </li>
        ))}
      </ul>
      {undoing && <UndoDialog id={undoing} close={() => setUndoing(null)} done={setUndone} />}
    </Sheet>
  )
}
