import type { Job } from '../../platform/jobs.ts'
import { checkImport } from './check-work.ts'
import { eraseOld } from './erase.ts'
import { waitingImports } from './import-store.ts'
import { platformStep } from './import.ts'
import { runImport } from './import-work.ts'

/** Checks and imports go one after the other, in one process at a time; what a crash broke off is begun again. */
export const legacyJobs: readonly Job[] = [
  {
    name: 'legacy.work',
    everySeconds: 3,
    async run(tools) {
      for (const { id, state } of await waitingImports(tools.db)) {
        if (platformStep('finish_check', { state })) await checkImport(tools, id)
        else await runImport(tools, id)
      }
    },
  },
  { name: 'legacy.erase', everySeconds: 3600, run: eraseOld },
]
