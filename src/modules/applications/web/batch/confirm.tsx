import { Button, Checkbox } from 'antd'
import { useState } from 'react'
import type { OutputOf } from '../../../../kernel/contract.ts'
import { useAsk, useDeed } from '../../../../web/ask.ts'
import { Loaded } from '../../../../web/ui/loaded.tsx'
import { Notice } from '../../../../web/ui/notice.tsx'
import { Refused } from '../../../../web/ui/refused.tsx'
import { SaidField } from '../../../../web/ui/said-field.tsx'
import { useWords } from '../../../../web/words.ts'
import { useSaid } from '../../../calls/web/parts.ts'
import type { BatchVerb } from '../../batch/contract.ts'
import { applicationsContract } from '../../contract.ts'
import type { ReturnReason } from '../../desk/reasons.ts'
import { ActForField } from '../decide/act-for-field.tsx'
import type { BatchOf } from './dialog.tsx'
import { BatchOwnTexts } from './own-texts.tsx'
import { BatchSample } from './sample.tsx'
import { Skipped } from './skipped.tsx'
import type { Home } from '../desk/home.ts'
import { isSaid } from '../decide/marks.ts'
import { ReasonCodes } from '../decide/reason-codes.tsx'
import { useReasonSentences } from '../decide/reason-words.ts'

type Frozen = OutputOf<typeof applicationsContract.frozenBatch>
interface Props {
  batchId: string
  verb: BatchVerb
  of: BatchOf
  home: Home
  back: () => void
  finished: (batchId: string) => void
}

/** The frozen set: what is ready, what was warned of, what cannot go and why; then the reason, and the deed. */
export function BatchConfirm(props: Props) {
  const frozen = useAsk(applicationsContract.frozenBatch, { batchId: props.batchId }, { keep: true, fresh: true })
  return <Loaded of={frozen}>{(value) => <Confirm frozen={value} {...props} />}</Loaded>
}

function Confirm({ frozen: f, verb, of, home, back, finished }: Props & { frozen: Frozen }) {
  const t = useWords()
  const said = useSaid()
  const run = useDeed(applicationsContract.runBatch)
  const sentences = useReasonSentences()
  const [warnedToo, setWarnedToo] = useState(false)
  const [codes, setCodes] = useState<readonly ReturnReason[]>([])
  const [comment, setComment] = useState('')
  const [own, setOwn] = useState<Readonly<Record<string, string>>>({})
  const [actFor, setActFor] = useState('')
  const [tried, setTried] = useState(false)
  const isReturn = verb === 'return'
  // D11: some of them lie at a department that is vacant or silent.
  const acts = f.acting > 0
  const n = isReturn ? f.ready + f.warned : f.ready + (warnedToo ? f.warned : 0)
  const unopened = !isReturn && f.sample.length > 0 && f.sample.every((item) => !item.isOpened)
  const act = async () => {
    setTried(true)
    if ((isReturn && !isSaid(comment)) || (acts && !isSaid(actFor))) return
    const answer = await run.do({
      batchId: f.batchId, warnedToo: isReturn || warnedToo, codes: [...codes], comment: comment.trim(), marks: [],
      own: Object.entries(own).filter(([, text]) => text.trim()).map(([id, text]) => ({ id, comment: text.trim(), marks: [] })),
      ...(acts && { actForReason: actFor.trim() }),
    })
    if (answer.ok) finished(f.batchId)
  }
  return (
    <>
      {run.refusal && <Refused refusal={run.refusal} />}
      <ul className="batch-groups">
        <li className="good"><b>{f.ready}</b> {t(isReturn ? 'applications.batch.group.return' : 'applications.batch.group.ready')}</li>
        {f.warned > 0 && (
          <li className="warn"><b>{f.warned}</b> {t('applications.batch.group.warned')}
            {!isReturn && <Checkbox checked={warnedToo} onChange={(e) => setWarnedToo(e.target.checked)}>{t('applications.batch.warned_too', { n: f.warned })}</Checkbox>}
          </li>
        )}
        {f.skipped.length > 0 && <li className="bad"><b>{f.skipped.reduce((sum, one) => sum + one.n, 0)}</b> {t('applications.batch.group.skipped')}<Skipped of={f.skipped} home={home} /></li>}
      </ul>
      {/* D17: one set may go two ways. */}
      {f.next.length > 1 && <ul className="batch-ways">{f.next.map(({ level, ready, warned }) => <li key={level}>{t(`applications.batch.way.${level}`, { n: ready + (warnedToo ? warned : 0) })}</li>)}</ul>}
      {!isReturn && f.quotas.map((quota) => (
        <Notice key={quota.callId} tone={quota.taken + quota.wanted > quota.most ? 'bad' : 'plain'}>
          {t(quota.taken + quota.wanted > quota.most ? 'applications.batch.quota.over' : 'applications.batch.quota', { title: said(quota.title), most: quota.most, taken: quota.taken, wanted: quota.wanted })}
        </Notice>
      ))}
      {!isReturn && f.sample.length > 0 && <BatchSample frozen={f} home={home} />}
      {f.leaderLate > 0 && <Notice tone="warn">{t('applications.batch.leader_late', { n: f.leaderLate })}</Notice>}
      {isReturn && <ReasonCodes picked={codes} pick={(next) => {
        setComment((text) => sentences.after(text, codes, next))
        setCodes(next)
      }} />}
      <SaidField
        label={t(isReturn ? 'applications.return.reason' : 'applications.comment')} hint={t(isReturn ? 'applications.batch.reason.hint' : 'applications.comment.hint')} optional={!isReturn}
        value={comment} change={setComment} maxLength={1000} missing={tried && isReturn && !isSaid(comment) && t('applications.return.reason.required')}
      />
      {isReturn && !of.filter && of.items.length > 1 && <BatchOwnTexts items={of.items} texts={own} change={setOwn} />}
      {acts && <p className="warning">{t('applications.batch.acting', { n: f.acting })}</p>}
      {acts && <ActForField value={actFor} change={setActFor} asked={tried} />}
      {unopened && n > 0 && <p className="warning">{t('applications.batch.unopened')}</p>}
      <p className="hint">{t('applications.batch.undo.hint')}</p>
      <p className="deeds">
        <Button type="primary" danger={isReturn} disabled={n === 0} loading={run.busy} onClick={() => void act()}>
          {t(isReturn ? 'applications.batch.go.return' : unopened ? 'applications.batch.go.unopened' : 'applications.batch.go.pass', { n })}
        </Button>
        <Button disabled={run.busy} onClick={back}>{t('web.previous')}</Button>
      </p>
    </>
  )
}
