import type { OutputOf } from '../../../../kernel/contract.ts'
import type { callsContract } from '../../contract.ts'
import { daysFrom } from '../../working-days.ts'

export type Day = OutputOf<typeof callsContract.workingDays>['days'][number]

/** Days that follow one another and say the same: 10月1日至7日 国庆节. */
export interface Run {
  from: string
  to: string
  days: number
  isWorking: boolean
  note: string
  isShipped: boolean
  changedAt: string
}

export function runsOf(days: readonly Day[]): Run[] {
  const runs: Run[] = []
  for (const { day, isWorking, note, isShipped, changedAt } of days) {
    const last = runs.at(-1)
    const goesOn = last && last.isWorking === isWorking && last.note === note && last.isShipped === isShipped && daysFrom(last.to, day).length === 2
    if (goesOn) {
      last.to = day
      last.days += 1
    } else runs.push({ from: day, to: day, days: 1, isWorking, note, isShipped, changedAt })
  }
  return runs
}
