import { useNavigate, useSearch } from '@tanstack/react-router'
import { useEffect, useRef, useState } from 'react'
import { dayOf } from '../../../kernel/clock.ts'
import type { Search } from '../../../web/search.ts'
import { goToField } from '../../../web/ui/error-summary.tsx'
import { Notice } from '../../../web/ui/notice.tsx'
import { Wizard } from '../../../web/ui/wizard.tsx'
import { useWords } from '../../../web/words.ts'
import type { RegistrationField } from '../fields.ts'
import { ConfirmStep } from './confirm-step.tsx'
import { LicenceStep } from './licence-step.tsx'
import { Notes } from './notes.tsx'
import { railOf, stepToShow, type MyRegistration, type Step } from './registration.ts'
import { ReturnedSummary } from './returned-summary.tsx'
import { UnitStep } from './unit-step.tsx'

/** The steps after 账号, resumed where one broke off (S1-19, E08); the step stands in the link, so that 返回 works. */
export function MyWizard({ registration: r, again }: { registration: MyRegistration; again: () => void }) {
  const t = useWords()
  const navigate = useNavigate()
  const { step: wanted, begun }: Search = useSearch({ strict: false })
  // Where one came in stays where one is: what is saved meanwhile moves nobody on.
  const [resumed] = useState(() => stepToShow(r, undefined))
  const step = stepToShow(r, wanted ?? resumed)
  const field = useRef<RegistrationField | null>(null)
  const top = useRef<HTMLDivElement>(null)
  const shown = useRef(step)
  const go = (to: Step, toField?: RegistrationField) => {
    field.current = toField ?? null
    if (to === step && toField) return goToField(toField)
    void navigate({ to: '/registration', search: { step: to } })
  }
  useEffect(() => {
    if (shown.current === step) return
    shown.current = step
    // A step is announced from its beginning; a link of the summary leads on to its field.
    top.current?.focus({ preventScroll: true })
    top.current?.scrollIntoView({ block: 'start' })
    if (field.current) goToField(field.current)
    field.current = null
  }, [step])
  const rail = railOf(r, step).map((s) => ({ ...s, label: t(`units.step.${s.key}`) }))
  return (
    <>
      {begun && <Notice tone="good" live>{t('units.account.created')}</Notice>}
      <ReturnedSummary registration={r} go={go} />
      {r.state === 'draft' && step === 'unit' && <Notes />}
      <Wizard steps={[{ key: 'account', label: t('units.step.account'), state: 'done', isClosed: true }, ...rail]} go={(key) => go(key as Step)}>
        <div ref={top} tabIndex={-1}>
          {step === 'unit' && <UnitStep key={r.id} registration={r} done={() => go('licence')} overtaken={again} />}
          {step === 'licence' && <LicenceStep registration={r} back={() => go('unit')} done={() => go('confirm')} />}
          {step === 'confirm' && <ConfirmStep registration={r} go={go} overtaken={again} />}
        </div>
        <p className="hint after">{t('units.draft.saved')}{r.expiresAt && ` ${t('units.draft.until', { day: dayOf(new Date(r.expiresAt)) })}`}</p>
      </Wizard>
    </>
  )
}
