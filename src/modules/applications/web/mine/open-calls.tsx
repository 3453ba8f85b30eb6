import { Link } from '@tanstack/react-router'
import { useAsk } from '../../../../web/ask.ts'
import { Loaded } from '../../../../web/ui/loaded.tsx'
import { Sheet } from '../../../../web/ui/page-title.tsx'
import { StateTag } from '../../../../web/ui/state-tag.tsx'
import { useWords } from '../../../../web/words.ts'
import { callsContract } from '../../../calls/contract.ts'
import { useSaid } from '../../../calls/web/parts.ts'
import { Closing, withSecond } from '../../../drafts/web/parts.ts'
import type { MineRow } from './shown.ts'

/** What can be applied for now, with until when and whether I may; and what opens next. */
export function OpenCalls({ begun }: { begun: readonly MineRow[] }) {
  const t = useWords()
  const said = useSaid()
  const list = useAsk(callsContract.open, {})
  return (
    <Sheet title={t('applications.mine.calls')}>
      <Loaded of={list}>
        {({ calls, coming, now }) => (
          <>
            {calls.length === 0 && <p className="quiet">{t('applications.mine.calls.none')}</p>}
            <ul className="open-calls">
              {calls.map((call) => {
                const own = begun.filter((row) => row.call.id === call.id).length
                const mayNot = call.eligibility.some(({ outcome }) => outcome === 'not_met')
                return (
                  <li key={call.id}>
                    <div>
                      <h3>{said(call.title)}</h3>
                      <p className="own-of"><span>{said(call.category)}</span><Closing opensAt={call.leader.opensAt} closesAt={call.leader.closesAt} now={now} /></p>
                      <p className="own-of">
                        {mayNot ? <StateTag tone="warn" word={t('applications.mine.calls.may_not')} /> : call.eligibility.length > 0 && <StateTag tone="good" word={t('applications.mine.calls.may')} />}
                        {own > 0 && <span>{t('applications.mine.calls.begun', { n: own })}</span>}
                        <CallNotice of={call} />
                      </p>
                    </div>
                    <Link className={mayNot ? 'onward quiet' : 'onward'} to={`/projects/mine/new/${call.id}`}>{t(mayNot ? 'applications.mine.calls.why' : 'applications.mine.calls.apply')}<span className="sr"> {said(call.title)}</span></Link>
                  </li>
                )
              })}
            </ul>
            {coming.length > 0 && <h3 className="coming">{t('applications.mine.calls.coming')}</h3>}
            <ul className="open-calls">
              {coming.map((call) => <li key={call.id}><div><p>{said(call.title)}</p><p className="own-of"><span>{t('applications.mine.calls.opens', { moment: withSecond(call.leader.opensAt) })}</span><CallNotice of={call} /></p></div></li>)}
            </ul>
          </>
        )}
      </Loaded>
    </Sheet>
  )
}

/** 指南全文, on its public page. */
function CallNotice({ of }: { of: { code: string; title: { zh: string; en: string } } }) {
  const t = useWords()
  const said = useSaid()
  return <a href={`/calls/${of.code}`} target="_blank" rel="noreferrer">{t('applications.mine.calls.notice')}<span className="sr"> {said(of.title)}</span></a>
}
