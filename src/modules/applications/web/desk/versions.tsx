import { Select } from 'antd'
import { useId, useState } from 'react'
import { useAsk } from '../../../../web/ask.ts'
import { Loaded } from '../../../../web/ui/loaded.tsx'
import { Time } from '../../../../web/ui/time.tsx'
import { useWords } from '../../../../web/words.ts'
import { FormShown } from '../../../calls/web/parts.ts'
import { applicationsContract } from '../../contract.ts'
import type { Opened } from './shown.ts'

/** 版本差异: this version beside an earlier one (E52, E61), only what differs, old -> new. */
export function Versions({ application: a }: { application: Opened }) {
  const t = useWords()
  const id = useId()
  const [chosen, choose] = useState(Math.min(a.differences?.revision ?? a.revision - 1, a.revision - 1))
  const earlier = Array.from({ length: Math.max(0, a.revision - 1) }, (_, i) => i + 1).toReversed()
  if (earlier.length === 0) return <p className="quiet">{t('applications.desk.versions.only')}</p>
  return (
    <>
      <p className="versions-choice">
        <label htmlFor={id}>{t('applications.desk.versions.with')}</label>
        <Select id={id} value={chosen} onChange={choose} options={earlier.map((n) => ({ value: n, label: t('applications.desk.versions.nth', { n }) }))} popupMatchSelectWidth={false} />
        {a.submitted && <span className="quiet small">{t('applications.desk.versions.hash')} <code title={a.submitted.hash}>{a.submitted.hash.slice(0, 12)}</code></span>}
      </p>
      <Against key={chosen} application={a} revision={chosen} />
    </>
  )
}

function Against({ application: a, revision }: { application: Opened; revision: number }) {
  const t = useWords()
  const old = useAsk(applicationsContract.versionAt, { id: a.id, revision })
  return (
    <Loaded of={old}>{(before) => (
      <>
        <p className="quiet">{t('applications.desk.versions.nth', { n: revision })} <Time at={before.receivedAt} /></p>
        <FormShown form={a.document.form} content={a.content} before={before.content} onlyChanged />
        {JSON.stringify(before.content) === JSON.stringify(a.content) && <p>{t('applications.desk.versions.same')}</p>}
      </>
    )}</Loaded>
  )
}
