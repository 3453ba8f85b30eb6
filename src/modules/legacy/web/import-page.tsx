import { useParams } from '@tanstack/react-router'
import { Button } from 'antd'
import { useState } from 'react'
import type { OutputOf } from '../../../kernel/contract.ts'
import { useAsk } from '../../../web/ask.ts'
import { linkTo } from '../../../web/client.ts'
import { Loaded } from '../../../web/ui/loaded.tsx'
import { Notice } from '../../../web/ui/notice.tsx'
import { PageTitle, Sheet } from '../../../web/ui/page-title.tsx'
import { StateTag } from '../../../web/ui/state-tag.tsx'
import { Timeline } from '../../../web/ui/timeline.tsx'
import { useWords } from '../../../web/words.ts'
import { legacyContract } from '../contract.ts'
import { DiscardDialog } from './discard-dialog.tsx'
import { FileFacts } from './file-facts.tsx'
import { ImportLines } from './import-lines.tsx'
import { ImportProgress } from './import-progress.tsx'
import { RecheckDialog } from './recheck-dialog.tsx'
import { StartDialog } from './start-dialog.tsx'
import { eventTone, toneOf } from './tone.ts'

export type ShownImport = OutputOf<typeof legacyContract.look>

const isUnderWay = (one: ShownImport | undefined) => one?.state === 'checking' || one?.state === 'importing'

/** One import: how the file was read, what came of each line, and the deed that makes accounts of it. */
export default function ImportPage() {
  const t = useWords()
  const { id = '' }: { id?: string } = useParams({ strict: false })
  const [waits, setWaits] = useState(true)
  const asked = useAsk(legacyContract.look, { id }, { fresh: true, ...(waits && { every: 1500 }) })
  const one = asked.value
  if (one && isUnderWay(one) !== waits) setWaits(isUnderWay(one))
  return (
    <>
      <PageTitle title={one?.fileName ?? t('legacy.title')} state={one && <StateTag word={t(`legacy.state.${one.state}`)} tone={toneOf(one.state)} />} />
      <Loaded of={asked}>{(found) => <Import one={found} />}</Loaded>
    </>
  )
}

function Import({ one }: { one: ShownImport }) {
  const t = useWords()
  const [doing, setDoing] = useState<string | null>(null)
  const close = () => setDoing(null)
  const isRead = one.state === 'checked' || one.state === 'imported' || (one.state === 'discarded' && one.total > 0)
  return (
    <>
      {isUnderWay(one) && <ImportProgress one={one} />}
      {one.problem && <Notice tone={one.state === 'imported' ? 'warn' : 'bad'} live>{t(one.problem.code, one.problem.params)}</Notice>}
      {one.state === 'imported' && <Notice tone="good" title={t('legacy.done.title', { n: one.counts.ok_new })} live><p>{t('legacy.done.text')}{one.sendMail && t('legacy.done.mailed')}</p></Notice>}
      {one.state === 'discarded' && <Notice>{t('legacy.discarded.text')}</Notice>}
      {isRead && (
        <Sheet title={t('legacy.result')} deed={
          <span className="row-deeds">
            <Button href={linkTo(legacyContract.report, { id: one.id })} download>{t('legacy.report')}</Button>
            {one.can.includes('start') && <Button type="primary" onClick={() => setDoing('start')}>{t('legacy.start.title', { n: one.counts.ok_new })}</Button>}
          </span>
        }>
          <ImportLines one={one} />
        </Sheet>
      )}
      <FileFacts one={one} ask={setDoing} />
      <Sheet>
        <Timeline title={t('legacy.timeline')} entries={one.timeline.map(({ at, event, params, by }) => ({
          key: at + event, what: t(`legacy.event.${event}`, params), who: by, at, tone: eventTone[event] ?? 'plain',
        }))} />
      </Sheet>
      <StartDialog one={one} open={doing === 'start'} close={close} />
      <RecheckDialog one={one} open={doing === 'recheck'} close={close} />
      <DiscardDialog one={one} open={doing === 'discard'} close={close} />
    </>
  )
}
