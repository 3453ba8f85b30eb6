import type { Db } from '../../platform/db/database.ts'
import type { Tools } from '../../platform/tools.ts'
import { settingOf } from '../settings/index.ts'
import type { Silence } from './review.ts'

/** What the operator calls silence (D11, E37), and now. */
export const silenceOf = async (db: Db, { config, clock }: Pick<Tools, 'config' | 'clock'>): Promise<Silence> =>
  ({ now: clock.now(), days: await settingOf(db, config, 'reviews.silent_days') })
