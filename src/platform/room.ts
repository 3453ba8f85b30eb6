import type { Contract } from '../kernel/contract.ts'
import type { Lang, WordTable } from '../kernel/words.ts'
import type { Handler } from './serve/call.ts'
import type { Page } from './page/page.ts'
import type { Job } from './jobs.ts'
import type { SealedColumn } from './seal/rotate.ts'

/** What a constraint says to a user when the database has the last word. */
export interface ConstraintWord {
  /** Refusal code. */
  code: string
  /** The field it stands beside, if one is to blame. */
  field?: string
  status?: number
}

/** One room of the corridor, as the wiring sees it. Everything central is gathered from these by a loop. */
export interface Room {
  name: string
  contract: Contract
  /** One handler per verb of the contract; a room types it with `Handlers<typeof contract>`. */
  handlers: Readonly<Record<string, Handler<never>>>
  /** Server-rendered public pages. */
  pages?: readonly Page[]
  words: Record<Lang, WordTable>
  /** By name of the constraint. */
  constraints?: Readonly<Record<string, ConstraintWord>>
  jobs?: readonly Job[]
  /** Columns whose values are ciphertext: for the rotation of keys. */
  sealed?: readonly SealedColumn[]
}
