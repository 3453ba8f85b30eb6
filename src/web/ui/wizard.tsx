import { Check, Cross } from './marks.tsx'
import type { ReactNode } from 'react'
import { useWords } from '../words.ts'

export interface WizardStep {
  key: string
  label: string
  state: 'done' | 'current' | 'todo' | 'wrong'
  /** How many things are to be corrected there. */
  errors?: number
  /** Done for good: nothing leads back there. */
  isClosed?: boolean
}

/**
 * A form in steps: the rail keeps the state of each part and leads back to what is done. Steps that cannot be entered yet
 * are text, not dead buttons.
 */
export function Wizard({ steps, go, children }: {
  steps: readonly WizardStep[]
  /** Absent, or false for a step: it cannot be entered now. */
  go?: (key: string) => void
  children: ReactNode
}) {
  const t = useWords()
  return (
    <div className="wizard">
      <nav className="rail" aria-label={t('web.steps')}>
        <ol>
          {steps.map((step, i) => {
            const inner = (
              <>
                <span className="mark" aria-hidden="true">{step.state === 'done' ? <Check /> : step.state === 'wrong' ? <Cross /> : i + 1}</span>
                <span className="label">{step.label}{step.errors ? <small>{t('web.errors.count', { n: step.errors })}</small> : null}</span>
                {step.state !== 'current' && <span className="sr">{t(`web.state.${step.state}`)}</span>}
              </>
            )
            const reachable = go && !step.isClosed && (step.state === 'done' || step.state === 'wrong')
            return (
              <li key={step.key} className={step.state} aria-current={step.state === 'current' ? 'step' : undefined}>
                {reachable ? <button type="button" onClick={() => go(step.key)}>{inner}</button> : <span>{inner}</span>}
              </li>
            )
          })}
        </ol>
      </nav>
      <div className="part">{children}</div>
    </div>
  )
}
