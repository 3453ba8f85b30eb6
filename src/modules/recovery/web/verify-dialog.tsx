import { Checkbox } from 'antd'
import { useState, type ReactNode } from 'react'
import { useDeed } from '../../../web/ask.ts'
import { ReasonDialog } from '../../../web/ui/dialogs.tsx'
import { useWords } from '../../../web/words.ts'
import { recoveryContract } from '../contract.ts'
import { comparisons, type Comparison } from '../recovery-case.ts'
import { answered, closing, type CaseDialogProps } from './case-dialogs.tsx'

/** The first officer says what he compared, one by one, and what speaks for it. */
function ComparedDialog({ c, open, close, decide, title, verb, hint, done, deed, children }: CaseDialogProps & {
  title: string
  verb: string
  hint: string
  done: string
  deed: typeof recoveryContract.verify | typeof recoveryContract.answer
  children: ReactNode
}) {
  const t = useWords()
  const compare = useDeed(deed)
  const [checks, setChecks] = useState<readonly Comparison[]>([])
  const turn = (one: Comparison, on: boolean) => setChecks((before) => (on ? [...before, one] : before.filter((other) => other !== one)))
  const facts: Readonly<Record<Comparison, string | null>> = { name: c.unit.name, code: c.unit.creditCode, representative: c.unit.legalRepresentative, seal: null }
  return (
    <ReasonDialog
      open={open} close={close} title={title} verb={verb} label={t('recovery.verify.note')} hint={hint}
      act={(reason) => answered(closing(decide, close)(compare.do({ id: c.id, version: c.version, checks: [...checks], reason }), done))}
    >
      {children}
      <fieldset className="field compare">
        <legend className="label">{t('recovery.verify.compare')}</legend>
        {comparisons.map((one) => (
          <Checkbox key={one} checked={checks.includes(one)} onChange={(e) => turn(one, e.target.checked)}>{t(`recovery.check.${one}`)}{facts[one] && <span className="hint">{facts[one]}</span>}</Checkbox>
        ))}
      </fieldset>
    </ReasonDialog>
  )
}

/** To a second officer (E12). */
export function VerifyDialog(props: CaseDialogProps) {
  const t = useWords()
  return (
    <ComparedDialog
      {...props} deed={recoveryContract.verify} title={t('recovery.verify.title')} verb={t('recovery.verb.verify')} hint={t('recovery.verify.hint')}
      done={t('recovery.done.verify', { unit: props.c.unit.name })}
    >
      <p>{t('recovery.verify.text')}</p>
    </ComparedDialog>
  )
}

/** 核实无误后告知 (S1-10). */
export function AnswerDialog(props: CaseDialogProps) {
  const t = useWords()
  return (
    <ComparedDialog
      {...props} deed={recoveryContract.answer} title={t('recovery.answer.title')} verb={t('recovery.verb.answer')} hint={t('recovery.answer.hint')}
      done={t('recovery.done.answer', { unit: props.c.unit.name })}
    >
      <p>{t('recovery.answer.text')}</p>
      <p>{t('recovery.answer.text.2')}</p>
    </ComparedDialog>
  )
}
