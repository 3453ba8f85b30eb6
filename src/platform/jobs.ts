import type { Tools } from './tools.ts'

/** Work that comes round: expiry of drafts, cleaning, counting. */
export interface Job {
  /** `units.expire_drafts`: room and verb. */
  name: string
  everySeconds: number
  /** Runs alone: never twice at once, in this process or another. Its errors are logged and it comes round again. */
  run(tools: Tools): Promise<void>
}
