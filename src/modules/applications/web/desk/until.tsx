import { endOf } from '../../../../kernel/clock.ts'

export { Until } from '../../../../web/ui/time.tsx'

/** The same inside a sentence. */
export const untilInWords = (at: string): string => endOf(new Date(at))
