import { endOf } from '../../../../kernel/clock.ts'
import { Button } from 'antd'
import { Link } from '@tanstack/react-router'
import { useMemo, useState } from 'react'
import { useAsk } from '../../../../web/ask.ts'
import { ClosedDeed } from '../../../../web/ui/closed.tsx'
import { Notice } from '../../../../web/ui/notice.tsx'
import { PageTitle } from '../../../../web/ui/page-title.tsx'
import { Skeleton } from '../../../../web/ui/skeleton.tsx'
import { StateTag } from '../../../../web/ui/state-tag.tsx'
import { Waiting } from '../../../../web/ui/waiting.tsx'
import { useWords } from '../../../../web/words.ts'
import { FormPartsContext, FormShown, useSaid } from '../../../calls/web/parts.ts'
import { FileDialog, type DraftOpened, type OpenFile } from '../../../drafts/web/parts.ts'
import { mineContract } from '../../mine/contract.ts'
import { useReasons } from '../reasons.ts'
import { Course } from './course.tsx'
import { WithdrawDialog } from './deed-dialogs.tsx'
import { useFormParts } from './form-parts.ts'
import { printPath, stateWord, toneOf, type Shown } from './shown.ts'

/** An application under way, or decided: who has it, since when, what can be done meanwhile; and what was submitted. */
export function StandingPage({ shown, draft, tell }: { shown: Shown; draft: DraftOpened; tell: (sentence: string) => void }) {
  const t = useWords()
  const said = useSaid()
  const reasons = useReasons()
  const [withdrawing, withdraw] = useState(false)
  const [file, open] = useState<OpenFile | null>(null)
  const submitted = useAsk(mineContract.versionOf, { id: shown.id, revision: shown.revision }, { when: shown.revision > 0 })
  const own = useFormParts(draft.id)
  const parts = useMemo(() => ({ ...own, open }), [own])
  const here = shown.route.find(({ at }) => at)
  const closed = shown.closed.find(({ verb }) => verb === 'withdraw')
  const last = shown.decisions.find(({ undoneAt }) => undoneAt === null)
  return (
    <FormPartsContext value={parts}>
      <PageTitle
        title={shown.title || t('applications.mine.untitled')} state={<StateTag word={stateWord(t, shown)} tone={toneOf(shown.state)} />}
        lead={<span className="fill-lead"><span>{said(shown.call.title)}</span><span className="code">{shown.number}</span></span>}
      />
      {shown.desk && shown.arrivedAt && (
        <Waiting
          title={t(`applications.headline.${shown.headline}`)} withWhom={shown.desk.name} since={shown.arrivedAt}
          deeds={<>
            {shown.can.includes('withdraw') && <Button onClick={() => withdraw(true)}>{t('applications.mine.withdraw')}</Button>}
            {closed && <ClosedDeed why={closed} label={t('applications.mine.withdraw')} />}
            <Link to={`/projects/mine/${shown.id}/receipt/${shown.revision}`}>{t('applications.mine.receipt')}</Link>
            <Link to={printPath(shown.id, shown.revision)}>{t('applications.mine.print')}</Link>
          </>}
          meanwhile={<ul>{shown.can.includes('withdraw') && <li>{t('applications.mine.meanwhile.withdraw')}</li>}<li>{t('applications.mine.meanwhile.told')}</li></ul>}
        >
          {here?.closesAt && <p>{t('applications.mine.desk_until', { moment: endOf(new Date(here.closesAt)) })}</p>}
        </Waiting>
      )}
      {shown.state === 'accepted' && <Notice tone="good" title={t('applications.mine.accepted')}><p>{last?.comment}</p></Notice>}
      {shown.state === 'not_accepted' && (
        <Notice tone="bad" title={t('applications.mine.not_accepted', { desk: last?.desk ?? '' })}>
          {last && reasons.shown(last, 'not_accepted').map((one) => <p key={one} className="given">{one}</p>)}
        </Notice>
      )}
      <h2 className="standing-head">{t('applications.mine.submitted_version', { n: shown.revision })}</h2>
      {submitted.value ? <FormShown form={submitted.value.document.form} content={submitted.value.content} /> : <Skeleton />}
      <Course shown={shown} />
      {withdrawing && <WithdrawDialog shown={shown} close={() => withdraw(false)} done={() => tell(t('applications.mine.withdraw.done'))} />}
      {file && <FileDialog draft={draft.id} file={file} close={() => open(null)} />}
    </FormPartsContext>
  )
}
