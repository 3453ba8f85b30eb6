import { describe, expect, test } from 'vitest'
import { callVerbs, evolveCall, whyNot, type CallFacts, type CallVerb } from './call.ts'

const at = '2026-11-22T02:00:00.000Z'
const begun = evolveCall(null, 'c1', { event: 'begun', code: 'RKX2026', title: '软科学', by: 'a1', at, copyOf: null })
const published = evolveCall(begun, 'c1', { event: 'published', published: 1, title: '软科学研究', hash: 'ab', note: '', at })
const withdrawn = evolveCall(published, 'c1', { event: 'withdrawn', reason: '计划调整', at })

const facts = (more: Partial<CallFacts> = {}): CallFacts => ({ isBureau: true, call: published, submitted: 0, problems: 0, isChanged: true, ...more })
const why = (verb: CallVerb, more: Partial<CallFacts> = {}) => whyNot(verb, facts(more))?.code ?? 'open'

describe('指南管理', () => {
  test('every event is one step of the journal; the first publication keeps its time', () => {
    const again = evolveCall(published, 'c1', { event: 'published', published: 2, title: '软科学研究', hash: 'cd', note: '改正文', at: '2026-11-23T02:00:00.000Z' })
    expect([begun.version, published.version, again.version, withdrawn.version]).toEqual([1, 2, 3, 3])
    expect([again.published, again.publishedAt?.toISOString(), again.changedAt.toISOString()]).toEqual([2, at, '2026-11-23T02:00:00.000Z'])
    expect([begun.state, published.state, withdrawn.state, withdrawn.published]).toEqual(['draft', 'published', 'withdrawn', 1])
  })

  test('nothing happens to a call that was not begun', () => {
    expect(() => evolveCall(null, 'c1', { event: 'withdrawn', reason: '计划调整', at })).toThrow(/before it was begun/)
  })

  test('only the bureau writes', () => {
    for (const verb of ['begin', ...callVerbs] as const) expect(why(verb, { isBureau: false })).toBe('calls.bureau_only')
  })

  test('a draft is edited, published and withdrawn; it has no windows to move', () => {
    const call = begun
    expect([why('edit', { call }), why('publish', { call }), why('withdraw', { call }), why('moveWindows', { call })]).toEqual(['open', 'open', 'open', 'calls.unpublished'])
  })

  test('what is broken, or says nothing new, is not published', () => {
    expect([why('publish', { problems: 2 }), why('publish', { isChanged: false }), why('publish', { call: begun, isChanged: false })]).toEqual(['calls.broken', 'calls.unchanged', 'open'])
  })

  test('once somebody has applied it cannot be taken back', () => {
    expect([why('withdraw', { submitted: 1 }), why('withdraw')]).toEqual(['calls.has_applications', 'open'])
  })

  test('what was withdrawn can be copied, and nothing else', () => {
    expect(callVerbs.filter((verb) => why(verb, { call: withdrawn }) === 'open')).toEqual(['copy'])
  })
})
