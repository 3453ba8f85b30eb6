import { emblemDots, emblemPaths } from '../emblem.ts'

export const Emblem = ({ size = 40 }: { size?: number }) => (
  <svg viewBox="0 0 48 48" width={size} height={size} aria-hidden="true" focusable="false">
    <g fill="none" stroke="currentColor" strokeWidth="2.4" strokeLinecap="round">{emblemPaths.map((d) => <path key={d} d={d} />)}</g>
    {emblemDots.map(([x, y]) => <circle key={y} cx={x} cy={y} r="2.2" fill="currentColor" />)}
    <circle cx="43" cy="24" r="3.4" fill="currentColor" />
  </svg>
)
