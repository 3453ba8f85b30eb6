import { currentItems } from '../../codes/code-list.ts'
import { provinces } from '../../codes/region.ts'
import { dayOf } from '../../kernel/clock.ts'
import type { Tools } from '../../platform/tools.ts'
import { listOf } from '../lists/index.ts'
import { settingOf } from '../settings/index.ts'
import { openAuthorities } from './known-store.ts'
import type { Today } from './unit-row.ts'

/** What may be chosen today, read once for all lines of a file. */
export async function todayOf({ db, config, clock }: Pick<Tools, 'db' | 'config' | 'clock'>): Promise<Today> {
  const day = dayOf(clock.now())
  const home = await settingOf(db, config, 'site.home_province')
  const items = async (id: string, parent?: string) => {
    const list = await listOf(db, config, id)
    return list ? currentItems(list, day, parent) : []
  }
  return {
    natures: await items('legal_nature'), types: await items('legal_type'), districts: await items('district', home),
    province: provinces.items.find(({ code }) => code === home)?.name ?? '', authorities: await openAuthorities(db),
  }
}
