import { Checkbox } from 'antd'
import { useState } from 'react'
import { useDeed } from '../../../web/ask.ts'
import { ReasonDialog } from '../../../web/ui/dialogs.tsx'
import { useWords } from '../../../web/words.ts'
import { recoveryContract } from '../contract.ts'
import { comparisons, type Comparison } from '../recovery-case.ts'
import { answered, closing, type CaseDialogProps } from './case-dialogs.tsx'

/** The first officer says what he compared, one by one, and what speaks for the hand-over. */
export function VerifyDialog({ c, open, close, decide }: CaseDialogProps) {
  const t = useWords()
  const deed = useDeed(recoveryContract.verify)
  const [checks, setChecks] = useState<readonly Comparison[]>([])
  const turn = (one: Comparison, on: boolean) => setChecks((before) => (on ? [...before, one] : before.filter((other) => other !== one)))
  const facts: Readonly<Record<Comparison, string | null>> = { name: c.unit.name, code: c.unit.creditCode, representative: c.unit.legalRepresentative, seal: null }
  return (
    <ReasonDialog
      open={open} close={close} title={t('recovery.verify.title')} verb={t('recovery.verb.verify')} label={t('recovery.verify.note')} hint={t('recovery.verify.hint')}
      act={(reason) => answered(closing(decide, close)(deed.do({ id: c.id, version: c.version, checks: [...checks], reason }), t('recovery.done.verify', { unit: c.unit.name })))}
    >
      <p>{t('recovery.verify.text')}</p>
      <fieldset className="field compare">
        <legend className="label">{t('recovery.verify.compare')}</legend>
        {comparisons.map((one) => (
          <Checkbox key={one} checked={checks.includes(one)} onChange={(e) => turn(one, e.target.checked)}>{t(`recovery.check.${one}`)}{facts[one] && <span className="hint">{facts[one]}</span>}</Checkbox>
        ))}
      </fieldset>
    </ReasonDialog>
  )
}
