import { useWords } from '../../../web/words.ts'
import type { PlainField } from '../fields.ts'
import { employerWithUnit, type InWords } from './difference.ts'
import { useDocumentTypes, useList } from './lists.ts'
import type { ShownPlain } from './shown.ts'

/** What the reviewed fields of a version say, in the reader's language. */
export function useReviewedInWords(): InWords {
  const documentTypes = useDocumentTypes()
  const educations = useList('education_choice')
  const degrees = useList('degree_choice')
  const titles = useList('title_level')
  return (field, v) => {
    switch (field) {
      case 'document': return [documentTypes.nameOf(v.documentType), v.document].filter(Boolean).join(' ')
      case 'unit': return employerWithUnit(v.unit.name, v.secondaryUnit?.name)
      case 'education': return educations.nameOf(v.education)
      case 'degree': return degrees.nameOf(v.degree)
      case 'title': return titles.nameOf(v.title)
      case 'position': return v.position
    }
  }
}

/** What is in force without review, in the reader's language. */
export function usePlainInWords(): (field: PlainField, values: ShownPlain) => string {
  const t = useWords()
  const nationalities = useList('nationality')
  const ethnicGroups = useList('ethnic_group')
  const politicalStatuses = useList('political_status')
  return (field, values) => {
    const value = values[field] ?? ''
    switch (field) {
      case 'sex': return value === '1' || value === '2' ? t(`profiles.sex.${value}`) : value
      case 'nationality': return nationalities.nameOf(value)
      case 'ethnicGroup': return ethnicGroups.nameOf(value)
      case 'politicalStatus': return politicalStatuses.nameOf(value)
      default: return value
    }
  }
}

/** S2-70..72: where the employer lies, in words. */
export function usePlaceInWords(): { province: (district: string | null) => string; district: (district: string | null) => string; nature: (code: string | null) => string } {
  const provinces = useList('province')
  const districts = useList('district')
  const natures = useList('unit_nature')
  return {
    province: (code) => provinces.nameOf(code && `${code.slice(0, 2)}0000`),
    district: (code) => districts.nameOf(code),
    nature: (code) => natures.nameOf(code),
  }
}
