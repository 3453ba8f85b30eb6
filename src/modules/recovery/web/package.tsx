import { Link } from '@tanstack/react-router'
import { Button } from 'antd'
import { useState } from 'react'
import type { OutputOf } from '../../../kernel/contract.ts'
import { useDeed } from '../../../web/ask.ts'
import { Refused } from '../../../web/ui/refused.tsx'
import { Check } from '../../../web/ui/marks.tsx'
import { Notice } from '../../../web/ui/notice.tsx'
import { Sheet } from '../../../web/ui/page-title.tsx'
import { StateTag } from '../../../web/ui/state-tag.tsx'
import { Day, Time } from '../../../web/ui/time.tsx'
import { useWords } from '../../../web/words.ts'
import { recoveryContract } from '../contract.ts'

type Handover = NonNullable<OutputOf<typeof recoveryContract.handover>['handover']>
type Item = Handover['items'][number]

/** Where a piece is dealt with. */
const place: Partial<Record<Item['kind'], string>> = { unit_facts: '/home', people: '/people', people_waiting: '/people', requests: '/people/requests', claims: '/handover/claims' }

/** What was left, in its order; each piece is confirmed by itself, with who and when. */
export function Package({ handover: h }: { handover: Handover }) {
  const t = useWords()
  const done = h.finishedAt !== null
  const title = <>{t('recovery.package.title')} <StateTag word={done ? t('recovery.package.done') : t('recovery.handover.left', { n: h.left })} tone={done ? 'good' : 'warn'} /></>
  return (
    <Sheet title={title}>
      <p className="lead">{t('recovery.package.lead')} <Day at={h.begunAt} /></p>
      {h.finishedAt && <Notice tone="good">{t('recovery.package.finished')} <Time at={h.finishedAt} /></Notice>}
      <ol className="pieces">{h.items.map((item) => <Piece key={item.item} id={h.id} item={item} open={!done} />)}</ol>
    </Sheet>
  )
}

function Piece({ id, item, open }: { id: string; item: Item; open: boolean }) {
  const t = useWords()
  const confirm = useDeed(recoveryContract.confirmItem)
  const [said, setSaid] = useState(false)
  const title = item.note?.title ?? t(`recovery.item.${item.kind}`, { n: item.n ?? 0 })
  const to = place[item.kind]
  return (
    <li className={item.confirmed ? 'confirmed' : undefined}>
      <div>
        <h3>{title}{item.nextOn && <StateTag word={t('recovery.item.next', { day: item.nextOn })} tone="warn" />}</h3>
        <p className="given">{item.note ? item.note.body : t(`recovery.item.${item.kind}.text`)}</p>
        {item.since && <p className="quiet">{t('recovery.item.since')} <Day at={item.since} /></p>}
        {to && <p><Link to={to}>{t('recovery.item.go')}</Link></p>}
        {confirm.refusal && <Refused refusal={confirm.refusal} />}
      </div>
      {item.confirmed
        ? <p className="good" role={said ? 'status' : undefined}><Check /> {t('recovery.item.confirmed', { name: item.confirmed.by })} <Time at={item.confirmed.at} /></p>
        : open && <Button loading={confirm.busy} onClick={() => void confirm.do({ id, item: item.item }).then(() => setSaid(true))}>{t('recovery.item.confirm')}<span className="sr"> {title}</span></Button>}
    </li>
  )
}
