import { useMemo } from 'react'
import { useWords } from '../../../web/words.ts'
import { difference, type Passage } from '../difference.ts'

/** What went is struck out, what came is underlined; colour only repeats it. Unchanged paragraphs are counted, not shown. */
export function Difference({ before, after }: { before: string; after: string }) {
  const t = useWords()
  const groups = useMemo(() => grouped(difference(before, after)), [before, after])
  if (groups.every((group) => group.same > 0)) return <p className="hint">{t('portal.desk.difference.none')}</p>
  return (
    <div className="passages">
      {groups.map((group, i) => group.same > 0
        ? <p key={i} className="skipped">{t('portal.desk.difference.same', { n: group.same })}</p>
        : <p key={i} className={group.passage?.kind}>{group.passage?.pieces.map((piece, j) => {
            if (piece.kind === 'gone') return <del key={j}><span className="sr">{t('portal.desk.difference.gone')}</span>{piece.text}</del>
            if (piece.kind === 'new') return <ins key={j}><span className="sr">{t('portal.desk.difference.new')}</span>{piece.text}</ins>
            return <span key={j}>{piece.text}</span>
          })}</p>)}
    </div>
  )
}

/** Each changed passage by itself, runs of unchanged ones as their number. */
function grouped(passages: readonly Passage[]): { same: number; passage?: Passage }[] {
  const groups: { same: number; passage?: Passage }[] = []
  for (const passage of passages) {
    const last = groups.at(-1)
    if (passage.kind !== 'same') groups.push({ same: 0, passage })
    else if (last && last.same > 0) last.same++
    else groups.push({ same: 1 })
  }
  return groups
}
