import type { Logger } from 'pino'
import type { Clock } from '../kernel/clock.ts'
import type { Helper } from '../kernel/recourse.ts'
import type { Lang, Translate } from '../kernel/words.ts'
import type { Config } from '../config.ts'
import type { Database, Db } from './db/database.ts'
import type { FileStore } from './files/store.ts'
import type { Metrics } from './metrics.ts'
import type { PersonalData } from './personal-data.ts'
import type { AskableDeed, Consequence, ConstraintWord } from './room.ts'
import type { Keyring } from './seal/keyring.ts'
import type { Secrets } from './secrets.ts'
import type { WaitingSource } from './waiting.ts'

/** Everything a verb may reach beside its input and its actor; made once in `main.ts`. */
export interface Tools {
  config: Config
  clock: Clock
  database: Database
  /** Shortcut for `database.db`. */
  db: Db
  keyring: Keyring
  secrets: Secrets
  files: FileStore
  log: Logger
  metrics: Metrics
  /** What each constraint says to a user, gathered from the rooms. */
  constraintWords: Readonly<Record<string, ConstraintWord>>
  /** Who can change what a refusal names, gathered from the rooms. */
  helpers: Readonly<Record<string, Helper>>
  translate: Record<Lang, Translate>
  /** "Why can't I?": the deeds that can be asked about, gathered from the rooms. */
  deeds: Readonly<Record<string, AskableDeed>>
  /** What each room holds on whoever asks, in the order of the corridor. */
  personalData: readonly PersonalData[]
  /** What waits in each room for whoever asks, in the order of the corridor. */
  waiting: readonly WaitingSource[]
  /** What later rooms do when an event happens, in the order of the corridor. */
  consequencesOf: (event: string) => readonly Consequence[]
}
