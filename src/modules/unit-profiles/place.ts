import type { CodeItem } from '../../codes/code-list.ts'
import { itemAt } from '../../codes/code-list.ts'
import { dayOf } from '../../kernel/clock.ts'
import type { Db } from '../../platform/db/database.ts'
import type { Tools } from '../../platform/tools.ts'
import { listOf } from '../lists/index.ts'
import { settingOf } from '../settings/index.ts'
import type { Unit } from '../units/index.ts'

/** Where a unit lies: by the district of its 坐落地址 (S2-13, S2-14). */
export interface UnitPlace {
  province: CodeItem | null
  district: CodeItem | null
  /** 单位地域: derived, so that it cannot disagree (S2-13). */
  isHome: boolean
  home: CodeItem | null
}

export async function placeOf(db: Db, { config, clock }: Tools, unit: Pick<Unit, 'locatedDistrict'>): Promise<UnitPlace> {
  const day = dayOf(clock.now())
  const [districts, provinces] = [await listOf(db, config, 'district'), await listOf(db, config, 'province')]
  const homeCode = await settingOf(db, config, 'site.home_province')
  const district = districts && itemAt(districts, unit.locatedDistrict, day)
  const of = (code: string | undefined) => (provinces && code ? itemAt(provinces, code, day) : null)
  const province = of(district?.parent)
  return { district, province, isHome: province?.code === homeCode, home: of(homeCode) }
}
