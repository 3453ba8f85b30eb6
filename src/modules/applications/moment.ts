import type { Db } from '../../platform/db/database.ts'
import type { Tools } from '../../platform/tools.ts'
import { settingOf } from '../settings/index.ts'
import type { Moment } from './application.ts'

/** What the operator calls silence (D11, E37), and now. */
export const momentOf = async (db: Db, { config, clock }: Pick<Tools, 'config' | 'clock'>): Promise<Moment> =>
  ({ now: clock.now(), silentDays: await settingOf(db, config, 'reviews.silent_days') })
