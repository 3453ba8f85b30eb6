import { Button } from 'antd'
import { useState } from 'react'
import { useRefresh } from '../../../web/ask.ts'
import { UploadField } from '../../../web/ui/upload-field.tsx'
import { useWords } from '../../../web/words.ts'
import { unitsContract } from '../contract.ts'
import { LicencePreview } from './licence-preview.tsx'
import type { MyRegistration } from './registration.ts'

/** Step 3 (S1-43): the scan, its kinds and size told before, shown as the desk will see it. */
export function LicenceStep({ registration: r, back, done }: { registration: MyRegistration; back: () => void; done: () => void }) {
  const t = useWords()
  const refresh = useRefresh()
  const [missing, setMissing] = useState(false)
  const mark = r.marks.find((m) => m.field === 'licence')
  const next = () => (r.licence ? done() : setMissing(true))
  return (
    <section className="sheet form">
      <div className="sheet-head"><h2>{t('units.step.title.licence')}</h2></div>
      {mark && <p className="remark-of-desk">{t('units.returned.mark', { reason: mark.reason })}</p>}
      <UploadField
        verb={unitsContract.uploadLicence} input={{ id: r.id }} id="f-licence" label={t('units.field.licence')} hint={<>{t('units.licence.about')}<br />{t('units.licence.kinds')}</>}
        kinds={['PDF', 'JPG', 'PNG']} current={r.licence?.name} error={missing && !r.licence ? t('units.licence.missing') : undefined}
        done={() => {
          setMissing(false)
          refresh()
        }}
        preview={r.licence && <LicencePreview registrationId={r.id} licence={r.licence} />}
      />
      <div className="deeds">
        <Button type="primary" size="large" onClick={next}>{t('web.next')}</Button>
        <Button size="large" onClick={back}>{t('web.previous')}</Button>
      </div>
    </section>
  )
}
