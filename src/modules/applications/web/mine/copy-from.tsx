import { Radio } from 'antd'
import { useState } from 'react'
import { useAsk, useDeed } from '../../../../web/ask.ts'
import { DeedDialog } from '../../../../web/ui/dialogs.tsx'
import { Day } from '../../../../web/ui/time.tsx'
import { useWords } from '../../../../web/words.ts'
import { useSaid } from '../../../calls/web/parts.ts'
import { draftsContract } from '../../../drafts/contract.ts'

/** N18: answers of the same questions, out of another application of one's own, into fields that are still empty. */
export function CopyFrom({ draft, flush, done }: { draft: string; flush: () => Promise<unknown>; done: () => void }) {
  const t = useWords()
  const said = useSaid()
  const [isOpen, open] = useState(false)
  const [from, setFrom] = useState('')
  const [told, tell] = useState('')
  const sources = useAsk(draftsContract.sources, { id: draft }).value?.sources ?? []
  const copy = useDeed(draftsContract.copyFrom)
  if (sources.length === 0) return null
  const chosen = from || (sources[0]?.id ?? '')
  return (
    <>
      <button type="button" className="link" onClick={() => (tell(''), open(true))}>{t('applications.mine.copy')}</button>
      <output className={told ? 'quiet' : 'sr'}>{told}</output>
      {isOpen && (
        <DeedDialog open title={t('applications.mine.copy.title')} verb={t('applications.mine.copy')} close={() => open(false)} act={async () => {
          // What was typed last is not empty any more: it must not meet its own copy.
          await flush()
          const answer = await copy.do({ id: draft, from: chosen })
          if (answer.ok) {
            tell(t('applications.mine.copy.done', { n: answer.value.copied.length, skipped: answer.value.skipped }))
            done()
          }
          return answer
        }}>
          <p>{t('applications.mine.copy.text')}</p>
          <Radio.Group className="radios sources" value={chosen} onChange={(e) => setFrom(String(e.target.value))} aria-label={t('applications.mine.copy.title')}>
            {sources.map((one) => <Radio key={one.id} value={one.id}>{one.title || t('applications.mine.untitled')}<span className="hint">{said(one.callTitle)} <Day at={one.begunAt} /></span></Radio>)}
          </Radio.Group>
        </DeedDialog>
      )}
    </>
  )
}
