const mark = (d: string) => () => (
  <svg viewBox="0 0 16 16" width="1em" height="1em" aria-hidden="true" focusable="false">
    <path d={d} fill="none" stroke="currentColor" strokeWidth="2" strokeLinecap="round" strokeLinejoin="round" />
  </svg>
)

export const Check = mark('M3 8.5 6.5 12 13 4.5')
export const Cross = mark('M8 3.5v5.5M8 12.4v.1')
