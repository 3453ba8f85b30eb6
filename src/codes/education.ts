import type { Check, Finding } from '../kernel/check.ts'
import { codeIn } from './code-list.ts'
import { degreeChoices, degrees } from './data/degree.ts'
import { educationChoices, educations } from './data/education.ts'

export { degreeChoices, degrees, educationChoices, educations }

export const highestEducation: Check = codeIn(educationChoices)
export const highestDegree: Check = codeIn(degreeChoices)

/** Educations (first digit, or the code itself) at which a degree of that level is usual. */
const usualAt: Record<string, RegExp> = { 2: /^1[0-3]$/, 3: /^1\d$/, 4: /^(1|2)\d$/ }

/** 学位 without 学历 of that level: a warning, since degrees are earned without it as well. */
export function degreeDiffers(degree: string, education: string): Finding | null {
  const usual = usualAt[degree.charAt(0)]
  return usual && !usual.test(education) ? { code: 'degree.education' } : null
}
