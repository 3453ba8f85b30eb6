import { Button } from 'antd'
import { useId, type ReactNode } from 'react'
import { ServerForm } from '../../../web/ui/form.tsx'
import { PlanBelow } from './plan-below.tsx'
import type { Planned } from './planned.ts'

/** Fields, what they bring about, and the one button (S2-28, S2-36, S2-37): it reads the same from the beginning. */
export function PlannedForm({ of: { form, live, judge }, verb, danger, columns = 2, policy, onward, children }: {
  of: Planned
  /** A verb: the button. */
  verb: string
  danger?: boolean
  columns?: 1 | 2
  /** What else is chosen, with a form of its own. */
  policy?: ReactNode
  /** Beside the button. */
  onward?: ReactNode
  children: ReactNode
}) {
  const id = useId()
  return (
    <>
      <div onBlur={judge}><ServerForm id={id} form={form} columns={columns}>{children}</ServerForm></div>
      {policy}
      <PlanBelow live={live} verb={verb} />
      <div className="deeds">
        {/* The second half of a double press has seen nothing that the first one brought. */}
        <Button type="primary" htmlType="submit" form={id} size="large" danger={danger} loading={form.busy} onClick={(e) => e.detail > 1 && e.preventDefault()}>{verb}</Button>
        {onward}
      </div>
    </>
  )
}
