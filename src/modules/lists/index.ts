import { codeIn, nameIn, type CodeList } from '../../codes/code-list.ts'
import { systemDay } from '../../codes/day.ts'
import { district } from '../../codes/region.ts'
import type { Finding } from '../../kernel/check.ts'
import type { Lang } from '../../kernel/words.ts'
import type { Config } from '../../config.ts'
import type { Db } from '../../platform/db/database.ts'
import { settingOf } from '../settings/index.ts'
import { merged, type Amendment, type Entry } from './merge.ts'
import { shippedList } from './shipped.ts'
import { allAmendments } from './store.ts'

export type { Entry } from './merge.ts'

type Place = Pick<Config, 'profile' | 'demo'>

/** Another process may have amended a list: what is read is at most this old. */
const keptFor = 3_000
const kept = new WeakMap<Db, { until: number; amendments: Promise<ReadonlyMap<string, Amendment[]>> }>()

function amendmentsOf(db: Db): Promise<ReadonlyMap<string, Amendment[]>> {
  const known = kept.get(db)
  if (known && known.until > performance.now()) return known.amendments
  const amendments = allAmendments(db)
  kept.set(db, { until: performance.now() + keptFor, amendments })
  amendments.catch(() => kept.delete(db))
  return amendments
}

/** After a change: this process shows it at once. */
export const forgetLists = (db: Db): void => void kept.delete(db)

/** A list as it is now, shipped entries and amendments together; null where there is none of that id. */
export async function listOf(db: Db, place: Place, id: string): Promise<CodeList<Entry> | null> {
  const list = shippedList(id, place.demo)
  return list && merged(list, (await amendmentsOf(db)).get(id) ?? [])
}

/** Whether the code may be chosen on that day (E06); below `parent` where one is given. */
export async function isCurrent(db: Db, place: Place, id: string, code: string, on: string = systemDay(), parent?: string): Promise<boolean> {
  const list = await listOf(db, place, id)
  return list !== null && codeIn(list, { parent, today: () => on })(code).ok
}

/** The name that the code had on that day, in the reader's language; the code itself where the list does not know it. */
export async function nameOf(db: Db, place: Place, id: string, code: string, lang: Lang, on: string = systemDay()): Promise<string> {
  const list = await listOf(db, place, id)
  return list ? nameIn(list, code, lang, on) : code
}

/**
 * Whether a district of the home province, or of the one given, may be chosen on that day: null, or the finding for the
 * field: `region.abolished` with the year and what took its place (E06), `region.choose` for everything else.
 */
export async function currentRegion(db: Db, place: Place, code: string, on: string = systemDay(), province?: string): Promise<Finding | null> {
  const list = await listOf(db, place, 'district')
  const home = province ?? (await settingOf(db, place, 'site.home_province'))
  const checked = district(home, { today: () => on, ...(list && { list: () => list }) })(code)
  return checked.ok ? null : { code: checked.code, params: checked.params }
}
