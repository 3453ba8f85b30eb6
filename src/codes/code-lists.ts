import type { CodeItem, CodeList } from './code-list.ts'
import { bankHeadOffices } from './data/bank-head-office.ts'
import { degreeChoices, degrees } from './data/degree.ts'
import { disciplineGroups, disciplines } from './data/discipline.ts'
import { districts } from './data/district.ts'
import { educationChoices, educations } from './data/education.ts'
import { functionalZones } from './data/functional-zone.ts'
import { identityDocumentTypes } from './data/identity-document-type.ts'
import { industries, industrySections, sectors } from './data/industry.ts'
import { mobilePrefixes } from './data/mobile-prefix.ts'
import { legalNatures, legalTypes, unitNatures } from './data/org-nature.ts'
import { ethnicGroups, politicalStatuses, sexes } from './data/personal.ts'
import { provinces } from './data/province.ts'
import { registrationTypes } from './data/registration-type.ts'
import { reservedUserNames } from './data/reserved-user-name.ts'
import { securityQuestions } from './data/security-question.ts'
import { titleLevels, titles } from './data/title.ts'
import { nationalities } from './nationality.ts'

const all: readonly CodeList[] = [
  provinces, districts, functionalZones, legalNatures, legalTypes, unitNatures, registrationTypes,
  sectors, industrySections, industries, bankHeadOffices, mobilePrefixes, reservedUserNames, securityQuestions,
  identityDocumentTypes, nationalities,
  sexes, ethnicGroups, politicalStatuses, educationChoices, educations, degreeChoices, degrees, titleLevels, titles,
  disciplineGroups, disciplines,
]

/** Every list by its id, in the order of the platform's desk. Heavy: pages import the one list they need. */
export const codeLists: ReadonlyMap<string, CodeList> = new Map(all.map((list) => [list.id, list]))

/** What the platform's desk has changed: the entry named by code and first day replaces its like, or is added. */
export function amended(list: CodeList, changes: readonly CodeItem[]): CodeList {
  const key = (item: CodeItem) => `${item.code}|${item.from ?? ''}|${item.parent ?? ''}`
  const changed = new Map(changes.map((item) => [key(item), item]))
  const kept = list.items.map((item) => changed.get(key(item)) ?? item)
  const known = new Set(list.items.map(key))
  return { ...list, items: [...kept, ...changes.filter((item) => !known.has(key(item)))] }
}
