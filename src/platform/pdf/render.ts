import type { PdfJob, Printed } from './job.ts'
import { makePress, type Press } from './press.ts'

export type { PdfJob, Printed } from './job.ts'
export { PressBusy, PressFailed } from './press.ts'

let press: Press | null = null

/**
 * Typesets one document: its bytes and the number of its pages. Documents of this process are set one after the other in a
 * child of its own (`press.ts`). Rejects with `PressBusy` where too many wait, with `PressFailed` where this one cannot be set.
 */
export const renderDocument = (job: PdfJob): Promise<Printed> => (press ??= makePress()).print(job)
