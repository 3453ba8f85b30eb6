import type { Db } from '../../platform/db/database.ts'
import type { OwnCall, PersonalSection } from '../../platform/personal-data.ts'

/** On the page: enough to see what kind of thing is kept. */
export const onThePage = 20
/** In the file: everything that a person can come to; above that it says so. */
export const inTheFile = 10_000

/** Everything that the rooms hold on whoever asks, in the order of the corridor. */
export async function gather(db: Db, call: OwnCall, most: number): Promise<PersonalSection[]> {
  const sections: PersonalSection[] = []
  for (const room of call.tools.personalData) sections.push(...(await room.of(db, call, most)))
  return sections
}
