import { useWords } from '../../../web/words.ts'
import type { Placed } from './shown.ts'

/** What places and desks are called: who belongs to no secondary unit belongs to the unit itself (直属人员, D2). */
export function usePlaceNames() {
  const t = useWords()
  return {
    placeName: (place: Placed['place']): string => (place.id ? place.name : t('structure.page.direct')),
    /** All of it: of the unit, with everybody in its secondary units. */
    wholeName: (place: Placed['place']): string => (place.id ? place.name : t('structure.page.unit_itself')),
    deskName: ({ place, desk }: Placed): string => (desk === 'secondary_unit' ? place.name : t('structure.page.unit_itself')),
  }
}
