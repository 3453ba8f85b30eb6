import type { OutputOf } from '../../../kernel/contract.ts'
import type { unitsContract } from '../contract.ts'
import type { RegistrationField } from '../fields.ts'
import { missing } from '../registration.ts'

export type MyRegistration = NonNullable<OutputOf<typeof unitsContract.mine>>

/** The steps that are kept on the server; 账号 comes before them and makes the account (S1-19, S1-43). */
export const steps = ['unit', 'licence', 'confirm'] as const
export type Step = (typeof steps)[number]

const isStep = (text: string | undefined): text is Step => steps.includes(text as Step)

/** Where a field of the registration is corrected. */
export const stepOfField = (field: RegistrationField): Step =>
  field === 'licence' ? 'licence' : 'unit'

type Standing = Pick<MyRegistration, 'state' | 'step' | 'form' | 'licence' | 'marks'>

/** Fields that are still empty, in the order of the page. */
export const emptyFields = ({ form, licence }: Pick<Standing, 'form' | 'licence'>): RegistrationField[] =>
  missing({ form, licenceId: licence?.id ?? null })

/** A step can be entered when everything before it is there. */
export function mayEnterStep(r: Standing, step: Step): boolean {
  const empty = emptyFields(r)
  if (step === 'unit') return true
  return step === 'licence' ? empty.every((field) => field === 'licence') : empty.length === 0
}

/**
 * Where the wizard stands: the step the link asks for if it can be entered; else the first one that the desk has remarks
 * on; else where one broke off (S1-19, E08).
 */
export function stepToShow(r: Standing, wanted: string | undefined): Step {
  if (isStep(wanted) && mayEnterStep(r, wanted)) return wanted
  const marked = r.state === 'returned' ? steps.find((step) => r.marks.some((mark) => stepOfField(mark.field) === step)) : undefined
  const resume = marked ?? r.step
  return steps.findLast((step) => steps.indexOf(step) <= steps.indexOf(resume) && mayEnterStep(r, step)) ?? 'unit'
}

export interface RailStep {
  key: Step
  state: 'done' | 'current' | 'todo' | 'wrong'
  /** Remarks of the desk there. */
  errors: number
}

/** The state of each part, for the rail. */
export function railOf(r: Standing, current: Step): RailStep[] {
  return steps.map((key) => {
    const errors = r.state === 'returned' ? r.marks.filter((mark) => stepOfField(mark.field) === key).length : 0
    const filled = key !== 'confirm' && emptyFields(r).every((field) => stepOfField(field) !== key)
    const state = key === current ? 'current' : errors > 0 ? 'wrong' : filled ? 'done' : 'todo'
    return { key, state, errors }
  })
}

/** The last time the desk spoke: who, when. To the applicant an officer appears by the authority's name. */
export const lastDecision = (r: Pick<MyRegistration, 'timeline'>): MyRegistration['timeline'][number] | undefined =>
  r.timeline.findLast((e) => ['returned', 'refused', 'approved'].includes(e.event))
