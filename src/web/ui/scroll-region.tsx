import type { KeyboardEvent, ReactNode, Ref } from 'react'

/** What scrolls by itself must be reachable by keyboard, and say what it is (WCAG 2.1.1). */
export const ScrollRegion = ({ label, className, ref, onKeyDown, children }: {
  label: string
  className: string
  ref?: Ref<HTMLElement>
  onKeyDown?: (event: KeyboardEvent) => void
  children: ReactNode
}) => (
  // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex, jsx-a11y/no-noninteractive-element-interactions -- see above
  <section className={className} ref={ref} tabIndex={0} aria-label={label} onKeyDown={onKeyDown}>{children}</section>
)
