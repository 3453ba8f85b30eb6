import { Link, useNavigate, useParams } from '@tanstack/react-router'
import type { OutputOf } from '../../../../kernel/contract.ts'
import { useAsk, useDeed } from '../../../../web/ask.ts'
import { Deed } from '../../../../web/ui/closed.tsx'
import { Loaded } from '../../../../web/ui/loaded.tsx'
import { Notice } from '../../../../web/ui/notice.tsx'
import { PageTitle, Sheet } from '../../../../web/ui/page-title.tsx'
import { Refused } from '../../../../web/ui/refused.tsx'
import { useWords } from '../../../../web/words.ts'
import { callsContract } from '../../../calls/contract.ts'
import { useSaid } from '../../../calls/web/parts.ts'
import { Closing } from '../../../drafts/web/parts.ts'
import { mineContract } from '../../mine/contract.ts'
import { Eligibility, Limits } from './eligibility.tsx'

/** Before anything is begun: whether one may apply, rule by rule with its fact, and what was begun already. */
export default function StartPage() {
  const t = useWords()
  const said = useSaid()
  const navigate = useNavigate()
  const { callId = '' } = useParams({ strict: false })
  const start = useAsk(mineContract.start, { callId }, { fresh: true })
  const call = useAsk(callsContract.open, {}).value
  const begin = useDeed(mineContract.begin)
  const go = async () => {
    const answer = await begin.do({ callId })
    if (answer.ok) await navigate({ to: `/projects/mine/${answer.value.id}` })
  }
  const window = call?.calls.find(({ id }) => id === callId)?.leader
  return (
    <Loaded of={start}>
      {(of) => (
        <>
          <PageTitle title={said(of.call.title)} lead={window && call && <Closing opensAt={window.opensAt} closesAt={window.closesAt} now={call.now} />} />
          {of.begun.length > 0 && (
            <Notice title={t('applications.mine.start.begun', { n: of.begun.length })}>
              <ul>{of.begun.map((one) => <li key={one.id}><Link to={`/projects/mine/${one.id}`}>{one.title || t('applications.mine.untitled')}</Link></li>)}</ul>
            </Notice>
          )}
          <Sheet width="form" title={t('applications.mine.start.rules')}>
            <Eligibility of={of.eligibility} />
            <Limits of={of.limits} />
            <NotYet of={of} />
            <p className="start-notice"><a href={`/calls/${of.call.code}`} target="_blank" rel="noreferrer">{t('applications.mine.calls.notice')}</a></p>
            {begin.refusal && <Refused refusal={begin.refusal} />}
            <div className="deeds">
              <Deed verb="begin" type="primary" size="large" label={t('applications.mine.start.begin')} can={of.can} closed={of.closed} loading={begin.busy} onClick={() => void go()} />
              <Link to="/projects/mine">{t('applications.mine.back')}</Link>
            </div>
            <p className="quiet">{t('applications.mine.start.nothing_sent')}</p>
          </Sheet>
        </>
      )}
    </Loaded>
  )
}

/** D4, E58: it can be begun, but as things stand it could not be submitted; who learns it at the end learns it too late. */
function NotYet({ of: { can, closed, limits } }: { of: OutputOf<typeof mineContract.start> }) {
  const t = useWords()
  const why = closed.find(({ verb }) => verb === 'submit')
  const isFull = limits.some(({ taken, most }) => taken >= most)
  if (!can.includes('begin') || (!why && !isFull)) return null
  return (
    <Notice tone="warn" title={t('applications.mine.start.not_yet')}>
      {why && <p>{t(why.code, why.params)}</p>}
      {isFull && <p>{t('applications.mine.start.full')}</p>}
    </Notice>
  )
}
