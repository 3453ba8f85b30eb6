import { describe, expect, it } from 'vitest'
import type { PastEvent } from '../../platform/journal.ts'
import type { Person } from './person.ts'
import { lastDecision, ownTimeline, unitTimeline } from './show.ts'

const unit = (scopeId: string) => ({ post: 'unit_account' as const, scopeId, unitId: null, scopeName: `单位${scopeId}` })
let seq = 0
const e = (event: string, { note, ...body }: Record<string, unknown> = {}, by: string | null = null): PastEvent => ({
  seq: ++seq, event, body, private: note === undefined ? null : { note }, actorName: by && '钱管理', mandate: by === null ? null : unit(by), at: new Date('2026-03-01T01:00:00Z'),
})
const p = { name: '林知远', unitId: 'b' } as Person
const life = [
  e('registered', { unitId: 'a' }), e('enabled', {}, 'a'), e('disabled', { note: '调离' }, 'a'), e('chosen', { unitId: 'b', before: 'a' }),
  e('refused', { note: '查无此人' }, 'b'), e('chosen', { unitId: 'b', before: null }), e('enabled', {}, 'b'),
]

const support = { post: 'support_officer' as const, scopeId: null, unitId: null, scopeName: '技术支持' }

describe('the timeline of a person', () => {
  it('shows the person everything, units by their names', () => {
    const shown = ownTimeline(life, p, new Map([['a', '甲研究所'], ['b', '乙大学']]))
    expect(shown.map(({ event, by, reason, unit: chosen }) => [event, by, reason, chosen])).toEqual([
      ['registered', '林知远', null, '甲研究所'], ['enabled', '单位a', null, null], ['disabled', '单位a', '调离', null], ['chosen', '林知远', null, '乙大学'],
      ['refused', '单位b', '查无此人', null], ['chosen', '林知远', null, '乙大学'], ['enabled', '单位b', null, null],
    ])
  })

  it('E40 shows a unit what happened in its time and nothing of another one, in the names of its own people', () => {
    expect(unitTimeline(life, p).map(({ event, by }) => [event, by])).toEqual([
      ['chosen', '林知远'], ['refused', '钱管理'], ['chosen', '林知远'], ['enabled', '钱管理'],
    ])
    expect(unitTimeline(life.slice(0, 4), { ...p, unitId: 'a' }).map(({ event }) => event)).toEqual(['registered', 'enabled', 'disabled', 'chosen'])
  })

  it('S1-58 what the support did is not the doing of the person', () => {
    const lifted = [...life, { ...e('released', { note: '冒用证件' }), mandate: support }]
    expect(ownTimeline(lifted, p, new Map()).at(-1)).toMatchObject({ event: 'released', by: '技术支持', reason: '冒用证件' })
    expect(lastDecision(lifted)).toEqual({ by: '技术支持' })
  })

  it('names who decided last, and nobody once another unit was chosen', () => {
    expect(lastDecision(life)).toEqual({ by: '单位b' })
    expect(lastDecision(life.slice(0, 4))).toEqual({ by: null })
    expect(lastDecision([])).toEqual({ by: null })
    expect(lastDecision([...life, e('password_reset', { version: 7 }, 'b'), { ...e('corrected'), mandate: support }])).toEqual({ by: '单位b' })
    expect(lastDecision([...life, e('disabled', { note: '调离' }, 'b'), e('bound', { unitId: 'b', before: 'b' }, 'x')])).toEqual({ by: '单位b' })
    expect(lastDecision([...life, e('bound', { unitId: 'c', before: 'b' }, 'c')])).toEqual({ by: '单位c' })
    expect(lastDecision([e('adopted', { unitId: 'a' }, 'a')])).toEqual({ by: null })
  })
})
