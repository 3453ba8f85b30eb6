import { describe, expect, test } from 'vitest'
import type { EligibilityRule } from './document.ts'
import { ageOn, eligibilityOf, eligibilityRefusal, type EligibilityFacts } from './eligibility.ts'

const sentence = { zh: '须符合条件', en: '' }
const facts: EligibilityFacts = {
  unit: { nature: '21', region: '120116', registeredOn: '2019-03-01' }, leader: { birthDate: '1985-06-15', title: '2', degree: '4' },
}
const rules = {
  nature: { kind: 'unitNature', oneOf: ['21', '22'], sentence }, region: { kind: 'unitRegion', prefixOneOf: ['12', '5001'], sentence },
  registered: { kind: 'unitRegisteredBefore', date: '2020-01-01', sentence }, age: { kind: 'leaderAgeAtMost', years: 40, onDate: '2026-06-15', sentence },
  title: { kind: 'leaderTitle', oneOf: ['1', '2'], orDegree: ['2'], sentence }, degree: { kind: 'leaderDegree', oneOf: ['2'], sentence },
} as const satisfies Record<string, EligibilityRule> as unknown as Record<string, EligibilityRule>
const outcome = (rule: keyof typeof rules, given: EligibilityFacts = facts) => eligibilityOf([rules[rule] as EligibilityRule], given)[0]?.outcome
const without = (part: 'unit' | 'leader', name: string): EligibilityFacts => ({ ...facts, [part]: { ...facts[part], [name]: null } })

describe('N14 eligibility is answered rule by rule', () => {
  test.each([['nature', 'met'], ['region', 'met'], ['registered', 'met'], ['title', 'met'], ['degree', 'not_met'], ['age', 'not_met']] as const)('%s is %s', (rule, expected) => {
    expect(outcome(rule)).toBe(expected)
  })

  test.each([
    ['nature', without('unit', 'nature')], ['region', without('unit', 'region')], ['registered', without('unit', 'registeredOn')], ['age', without('leader', 'birthDate')], ['degree', without('leader', 'degree')],
  ] as const)('a fact that the platform lacks is said to be missing: %s', (rule, given) => {
    expect(outcome(rule, given)).toBe('unknown')
  })

  test('a degree stands in for the title where the call says so', () => {
    expect(outcome('title', { ...facts, leader: { birthDate: null, title: '4', degree: '2' } })).toBe('met')
    expect(outcome('title', { ...facts, leader: { birthDate: null, title: '4', degree: '4' } })).toBe('not_met')
    expect(outcome('title', { ...facts, leader: { birthDate: null, title: null, degree: null } })).toBe('unknown')
  })

  test('the answer names what it was judged by, in both languages', () => {
    const params = (rule: keyof typeof rules, given = facts) => eligibilityOf([rules[rule] as EligibilityRule], given)[0]?.params
    expect(params('degree')).toEqual({ degree: '学士', degreeEn: 'Bachelor' })
    expect(params('region')).toEqual({ region: '天津市滨海新区', regionEn: 'Binhai New Area, Tianjin' })
    expect(params('title', without('leader', 'degree'))).toEqual({ title: '副高', titleEn: 'Associate senior', degree: '—', degreeEn: '—' })
  })

  test('the day before the birthday one is a year younger; 29 February becomes 1 March', () => {
    expect([ageOn('1985-06-15', '2026-06-14'), ageOn('1985-06-15', '2026-06-15')]).toEqual([40, 41])
    expect([ageOn('2000-02-29', '2026-02-28'), ageOn('2000-02-29', '2026-03-01')]).toEqual([25, 26])
  })

  test('the code of a whole province is met by each of its districts', () => {
    const region = (prefixOneOf: string[]) => eligibilityOf([{ kind: 'unitRegion', prefixOneOf, sentence }], { ...facts, unit: { nature: null, region: '120101', registeredOn: null } })[0]?.outcome
    expect([region(['120000']), region(['12']), region(['120100']), region(['500000', '110000']), region(['120102'])]).toEqual(['met', 'met', 'met', 'not_met', 'not_met'])
  })

  test('registered on the very day is not before it', () => expect(outcome('registered', { ...facts, unit: { nature: null, region: null, registeredOn: '2020-01-01' } })).toBe('not_met'))

  test('the unit account leads nothing: rules about leaders are not asked of it', () => {
    expect(eligibilityOf(Object.values(rules), { ...facts, leader: null }).map(({ kind }) => kind)).toEqual(['unitNature', 'unitRegion', 'unitRegisteredBefore'])
  })

  test('what is not met keeps from beginning; what is missing only from submitting', () => {
    const answers = (given: EligibilityFacts) => eligibilityOf([rules.degree as EligibilityRule], given)
    expect([eligibilityRefusal('begin', answers(facts))?.code, eligibilityRefusal('submit', answers(facts))?.code]).toEqual(['calls.not_eligible', 'calls.not_eligible'])
    const missing = answers(without('leader', 'degree'))
    expect([eligibilityRefusal('begin', missing), eligibilityRefusal('submit', missing)?.code]).toEqual([null, 'calls.fact_missing'])
  })
})
