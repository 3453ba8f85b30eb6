import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { endStates, importProcedure, importStates, platformStep, statesBefore, type PlatformVerb } from './import.ts'

const verbs: PlatformVerb[] = ['finish_check', 'give_up_check', 'finish', 'fall_back', 'expire']

describe('S1-05 the steps of an import', () => {
  test('the platform goes where the table says, and nowhere else', () => {
    expect(verbs.map((verb) => [verb, statesBefore(verb), platformStep(verb, { state: statesBefore(verb)[0] ?? 'discarded' })])).toEqual([
      ['finish_check', ['checking'], 'checked'], ['give_up_check', ['checking'], 'unreadable'], ['finish', ['importing'], 'imported'],
      ['fall_back', ['importing'], 'checked'], ['expire', ['checked', 'unreadable'], 'discarded'],
    ])
    for (const verb of verbs) for (const state of importStates) if (!statesBefore(verb).includes(state)) expect(platformStep(verb, { state })).toBeNull()
    expect(platformStep('finish', null)).toBeNull()
  })

  test('every step of the platform in the table is one that the jobs take', () => {
    expect(importProcedure.steps.filter(({ by }) => by.includes('platform')).map(({ verb }) => verb).toSorted()).toEqual(verbs.toSorted())
    const jobs = readdirSync(import.meta.dirname).filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts') && name !== 'import.ts')
      .map((name) => readFileSync(`${import.meta.dirname}/${name}`, 'utf8')).join('')
    for (const verb of verbs) expect(jobs).toContain(`platformStep('${verb}'`)
    // The table alone knows states: nobody compares them by hand or writes one, but for the first.
    expect(jobs.match(/\bstate\b[^\n]{0,12}[!=]== '\w+'|\bstate: '(?!checking)\w+'/g)).toBeNull()
  })

  test('an import ends imported or discarded', () => expect(endStates).toEqual(['imported', 'discarded']))
})
