import { nameIn, type CodeList } from '../../codes/code-list.ts'
import { degreeChoices } from '../../codes/data/degree.ts'
import { unitNatures } from '../../codes/data/org-nature.ts'
import { titleLevels } from '../../codes/data/title.ts'
import { systemDay } from '../../codes/day.ts'
import { regionName } from '../../codes/region.ts'
import { refuse, type Refusal } from '../../kernel/refusal.ts'
import type { EligibilityRule } from './document.ts'
import type { Outcome } from './fields.ts'
import type { Bilingual } from './form/definition.ts'

/** What the platform holds of who would apply; null or absent where it does not know. Codes are those of the code lists. */
export interface EligibilityFacts {
  unit: { nature: string | null; region: string | null; registeredOn: string | null } | null
  /** null for the unit account, which leads no project itself. */
  leader: { birthDate: string | null; title: string | null; degree: string | null } | null
}

/** The answer to one rule, before anything is begun; `code` says why, with the fact in its params. */
export interface EligibilityAnswer {
  kind: EligibilityRule['kind']
  sentence: Bilingual
  outcome: Outcome
  code: string
  params: Record<string, string | number>
}

/** Completed years on a day; of somebody born on 29 February the birthday of other years is 1 March. */
export function ageOn(birthDate: string, day: string): number {
  const years = Number(day.slice(0, 4)) - Number(birthDate.slice(0, 4))
  return day.slice(5) < birthDate.slice(5) ? years - 1 : years
}

type Judged = Pick<EligibilityAnswer, 'outcome' | 'code' | 'params'>
const unknown = (code: string): Judged => ({ outcome: 'unknown', code, params: {} })
const judged = (isMet: boolean, rule: string, params: Judged['params'] = {}): Judged =>
  ({ outcome: isMet ? 'met' : 'not_met', code: `calls.eligibility.${rule}.${isMet ? 'met' : 'not_met'}`, params })

/** What stands in the register, in both languages: whoever reads the answer sees by what it was judged. */
const named = (param: string, list: CodeList, code: string | null | undefined): Judged['params'] =>
  ({ [param]: code ? nameIn(list, code, 'zh') : '—', [`${param}En`]: code ? nameIn(list, code, 'en') : '—' })

/** The same of a place, by the names of today. */
const place = (code: string): Judged['params'] => ({ region: regionName(code, 'zh', new Date(systemDay())), regionEn: regionName(code, 'en', new Date(systemDay())) })

/** GB/T 2260: the zeros at the end of a province's or a city's code stand for everything within it. */
const beginning = (code: string) => code.replace(/(00)+$/, '')

function judge(rule: EligibilityRule, { unit, leader }: EligibilityFacts): Judged {
  switch (rule.kind) {
    case 'unitNature': return unit?.nature ? judged(rule.oneOf.includes(unit.nature), 'unit_nature', named('nature', unitNatures, unit.nature)) : unknown('calls.eligibility.unit_nature.unknown')
    case 'unitRegion': {
      const { region } = unit ?? {}
      return region ? judged(rule.prefixOneOf.some((code) => region.startsWith(beginning(code))), 'unit_region', place(region)) : unknown('calls.eligibility.unit_region.unknown')
    }
    case 'unitRegisteredBefore': {
      const on = unit?.registeredOn
      return on ? judged(on < rule.date, 'unit_registered', { day: on, limit: rule.date }) : unknown('calls.eligibility.unit_registered.unknown')
    }
    case 'leaderAgeAtMost': {
      const born = leader?.birthDate
      if (!born) return unknown('calls.eligibility.leader_age.unknown')
      const age = ageOn(born, rule.onDate)
      return judged(age <= rule.years, 'leader_age', { age, day: rule.onDate, most: rule.years })
    }
    case 'leaderTitle': {
      if (!leader?.title && !leader?.degree) return unknown('calls.eligibility.leader_title.unknown')
      return judged(rule.oneOf.includes(leader.title ?? '') || rule.orDegree.includes(leader.degree ?? ''), 'leader_title', { ...named('title', titleLevels, leader.title), ...named('degree', degreeChoices, leader.degree) })
    }
    case 'leaderDegree': return leader?.degree ? judged(rule.oneOf.includes(leader.degree), 'leader_degree', named('degree', degreeChoices, leader.degree)) : unknown('calls.eligibility.leader_degree.unknown')
  }
}

/** Who may apply, answered rule by rule. Rules about the leader are left out where nobody in particular asks (the unit account). */
export const eligibilityOf = (rules: readonly EligibilityRule[], facts: EligibilityFacts): EligibilityAnswer[] =>
  rules.filter((rule) => facts.leader !== null || !rule.kind.startsWith('leader'))
    .map((rule) => ({ kind: rule.kind, sentence: rule.sentence, ...judge(rule, facts) }))

/**
 * Why a project may not be begun or submitted: the first rule that is not met. A fact that the platform lacks keeps nobody from
 * writing; it is asked for at the latest at submission.
 */
export function eligibilityRefusal(verb: 'begin' | 'submit', answers: readonly EligibilityAnswer[]): Refusal | null {
  const failed = answers.find(({ outcome }) => outcome === 'not_met') ?? (verb === 'submit' ? answers.find(({ outcome }) => outcome === 'unknown') : undefined)
  if (!failed) return null
  const params = { rule: failed.sentence.zh, ruleEn: failed.sentence.en || failed.sentence.zh }
  return refuse(failed.outcome === 'unknown' ? 'calls.fact_missing' : 'calls.not_eligible', { status: 409, params })
}
