import type { Db } from '../../platform/db/database.ts'
import type { Tools } from '../../platform/tools.ts'
import { settingOf } from '../settings/index.ts'

/** How the provider is called (渝快办), in both languages. */
export const providerName = async (db: Db, { config }: Pick<Tools, 'config'>): Promise<{ zh: string; en: string }> =>
  ({ zh: await settingOf(db, config, 'identity.name_zh'), en: await settingOf(db, config, 'identity.name_en') })
