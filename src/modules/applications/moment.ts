import type { Db } from '../../platform/db/database.ts'
import type { Tools } from '../../platform/tools.ts'
import { settingOf } from '../settings/index.ts'
import type { Moment } from './application.ts'

/** What the operator calls silence (D11, E37), and the time that counts: of a submission its arrival, of all else now. */
export const momentOf = async (db: Db, { config, clock }: Pick<Tools, 'config' | 'clock'>, at: Date = clock.now()): Promise<Moment> =>
  ({ now: at, silentDays: await settingOf(db, config, 'reviews.silent_days') })
