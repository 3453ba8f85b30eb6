import { Select } from 'antd'
import { useId, useState } from 'react'
import type { OutputOf } from '../../../../kernel/contract.ts'
import { useAsk } from '../../../../web/ask.ts'
import { Loaded } from '../../../../web/ui/loaded.tsx'
import { Sheet } from '../../../../web/ui/page-title.tsx'
import { Time } from '../../../../web/ui/time.tsx'
import { useWords } from '../../../../web/words.ts'
import { callsContract } from '../../contract.ts'
import { DifferencesList } from './differences-list.tsx'

type Versions = OutputOf<typeof callsContract.callDraft>['versions']

/** 版本: what was published when, by whom and why, and what is different between two of them or the draft. */
export function VersionsPart({ id, code, versions }: { id: string; code: string; versions: Versions }) {
  const t = useWords()
  if (versions.length === 0) return <Sheet><p>{t('calls.editor.versions.none')}</p></Sheet>
  return (
    <>
      <Sheet title={t('calls.editor.part.versions')} deed={<a href={`/calls/${code}`} target="_blank" rel="noreferrer">{t('calls.editor.public_page')}</a>}>
        <ol className="call-versions">
          {versions.map((one) => (
            <li key={one.version}>
              <p><b>{t('calls.page.version', { n: one.version })}</b> <Time at={one.publishedAt} /> <span className="quiet">{one.publishedBy}</span></p>
              {one.note && <p>{one.note}</p>}
              <p className="quiet small">{t('calls.page.hash')} <code>{one.hash}</code></p>
            </li>
          ))}
        </ol>
      </Sheet>
      <Difference id={id} versions={versions} />
    </>
  )
}

function Difference({ id, versions }: { id: string; versions: Versions }) {
  const t = useWords()
  const own = useId()
  const newest = Math.max(...versions.map(({ version }) => version))
  const [from, setFrom] = useState(newest)
  const [to, setTo] = useState<number | null>(null)
  const asked = useAsk(callsContract.difference, { id, from, ...(to !== null && { to }) }, { fresh: true })
  const options = versions.map(({ version }) => ({ value: version, label: t('calls.page.version', { n: version }) }))
  return (
    <Sheet title={t('calls.editor.difference')}>
      <div className="difference-of">
        <label htmlFor={`${own}f`}>{t('calls.editor.difference.from')}</label><Select id={`${own}f`} value={from} options={options} onChange={setFrom} />
        <label htmlFor={`${own}t`}>{t('calls.editor.difference.to')}</label>
        <Select id={`${own}t`} value={to ?? 0} options={[...options, { value: 0, label: t('calls.editor.difference.draft') }]} onChange={(next) => setTo(next === 0 ? null : next)} />
      </div>
      <Loaded of={asked}>{(value) => <DifferencesList from={value.from.document} to={value.to.document} />}</Loaded>
    </Sheet>
  )
}
