import type { Config } from '../../config.ts'
import type { Db } from '../../platform/db/database.ts'
import type { Site } from '../../web/boot.ts'
import { defaultOf, kinds, type Place, type SettingKey, type SettingValue } from './kinds.ts'
import { allSettings } from './store.ts'

export type { SettingKey, SettingValue } from './kinds.ts'

/** Another process may have changed a setting: what it reads is at most this old. */
const keptFor = 3_000

const kept = new WeakMap<Db, { until: number; values: Promise<ReadonlyMap<string, unknown>> }>()

/** By database, so that a transaction, which is one of its own, always reads what is there. */
function valuesOf(db: Db): Promise<ReadonlyMap<string, unknown>> {
  const known = kept.get(db)
  if (known && known.until > performance.now()) return known.values
  const values = allSettings(db).then((rows) => new Map(rows.map((row) => [row.key, row.value])))
  kept.set(db, { until: performance.now() + keptFor, values })
  values.catch(() => kept.delete(db))
  return values
}

/** After a change: this process shows it at once. */
export const forgetSettings = (db: Db): void => void kept.delete(db)

/** A value that no longer passes its check (an older release kept it) counts as not set. */
function valueIn<K extends SettingKey>(values: ReadonlyMap<string, unknown>, key: K, place: Place): SettingValue<K> {
  const parsed = values.has(key) ? kinds[key].schema.safeParse(values.get(key)) : null
  return parsed?.success ? (parsed.data as SettingValue<K>) : defaultOf(key, place)
}

/** One setting as the operator set it, or the default of the profile. At most three seconds old; exact within a transaction. */
export const settingOf = async <K extends SettingKey>(db: Db, config: Place, key: K): Promise<SettingValue<K>> =>
  valueIn(await valuesOf(db), key, config)

/** What the installation is called and who answers for it: for every page head and every mail (S1-01, S1-57, S2-06). */
export async function siteOf(db: Db, config: Pick<Config, 'profile' | 'demo' | 'database' | 'identity'>): Promise<Site> {
  const values = await valuesOf(db)
  const of = <K extends SettingKey>(key: K) => valueIn(values, key, config)
  return {
    nameZh: of('site.name_zh'),
    nameEn: of('site.name_en'),
    ownerZh: of('owner.name_zh'),
    ownerEn: of('owner.name_en'),
    ownerLink: of('owner.link'),
    supportMail: of('support.mail'),
    supportPhone: of('support.phone'),
    supportHours: of('support.hours_zh'),
    supportHoursEn: of('support.hours_en'),
    icp: of('record.icp'),
    policeRecord: of('record.police'),
    homeProvince: of('site.home_province'),
    profile: config.profile,
    identity: config.identity && of('identity.open')
      ? { nameZh: of('identity.name_zh'), nameEn: of('identity.name_en'), registerLink: of('identity.register_link'), signsOut: of('identity.sign_out') }
      : null,
    demo: config.demo,
    embedded: config.database.kind === 'embedded',
  }
}
