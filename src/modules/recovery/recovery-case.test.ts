import { describe, expect, test } from 'vitest'
import type { Mandate } from '../../kernel/actor.ts'
import { isRefusal } from '../../kernel/refusal.ts'
import { caseNumber, typedCaseNumber } from './number.ts'
import { caseRolesOf, caseStates, evolveCase, holderOf, isOpen, lackingComparisons, mayRead, recoveryCaseProcedure, type CaseEvent, type CaseFacts, type CaseRole, type RecoveryCase } from './recovery-case.ts'

const mandate = (post: Mandate['post'], scopeId: string | null): Mandate => ({ post, scopeId, unitId: null, scopeName: '' })
const facts: CaseFacts = { unitId: 'unit', authorities: ['haihe', 'bureau'], verifiedBy: null, isBound: false, overruled: null, isOwn: false }
const who = (accountId: string, m: Mandate | null) => ({ accountId, mandate: m })
const support = mandate('support_officer', null)

/** By hand, from rows S1-10, S1-58 and E12: who may do what in which state. */
const allowed: Record<CaseRole, Partial<Record<(typeof caseStates)[number], string[]>>> = {
  claimant: { submitted: ['withdraw'], objected: ['withdraw'], verified: ['withdraw'] },
  keeper: { submitted: ['object'], verified: ['object'] },
  support: { submitted: ['answer', 'verify', 'refuse'], objected: ['overrule', 'refuse'] },
  second: { verified: ['confirm', 'sendBack'] },
}

describe('S1-10 the table of steps of a recovery case', () => {
  test.each(Object.keys(allowed) as CaseRole[])('%s', (role) => {
    for (const state of caseStates) expect(recoveryCaseProcedure.can(state, [role]).sort(), state).toEqual((allowed[role][state] ?? []).sort())
  })

  test('S1-10 who must say why', () => {
    const required = recoveryCaseProcedure.steps.filter((step) => 'reason' in step).map((step) => step.verb)
    expect(required).toEqual(['object', 'overrule', 'answer', 'verify', 'refuse', 'sendBack'])
  })

  test('N25 every state that waits has somebody who has it, a closed one has nobody', () => {
    for (const state of caseStates) expect(holderOf(state) !== null, state).toBe(isOpen(state))
  })
})

describe('E12 who is what to a case', () => {
  test('support may do everything that one officer may, and be second to another', () => {
    expect(caseRolesOf(who('a', support), facts)).toEqual(['support', 'second'])
    expect(caseRolesOf(who('a', support), { ...facts, verifiedBy: 'b' })).toEqual(['support', 'second'])
  })
  test('nobody confirms what he himself verified', () => {
    expect(caseRolesOf(who('a', support), { ...facts, verifiedBy: 'a' })).toEqual(['support'])
    expect(isRefusal(recoveryCaseProcedure.step('confirm', 'verified', ['support']))).toBe(true)
  })
  test('two officers are two people: one who made the other does not confirm what he verified', () => {
    expect(caseRolesOf(who('b', support), { ...facts, verifiedBy: 'a', isBound: true })).toEqual(['support'])
    expect(caseRolesOf(who('b', mandate('authority_officer', 'haihe')), { ...facts, verifiedBy: 'a', isBound: true })).toEqual([])
  })
  test('the unit’s authority, or one above it, may be second; another one sees nothing', () => {
    expect(caseRolesOf(who('a', mandate('authority_officer', 'haihe')), facts)).toEqual(['second'])
    expect(caseRolesOf(who('a', mandate('authority_officer', 'bureau')), facts)).toEqual(['second'])
    expect(caseRolesOf(who('a', mandate('authority_officer', 'education')), facts)).toEqual([])
    expect(mayRead(mandate('authority_officer', 'education'), facts, 'verified')).toBe(false)
    expect(mayRead(mandate('authority_officer', 'haihe'), facts, 'submitted')).toBe(false)
    expect(mayRead(mandate('authority_officer', 'haihe'), facts, 'verified')).toBe(true)
  })
  test('no one decides on his own case', () => {
    expect(caseRolesOf(who('a', support), { ...facts, isOwn: true })).toEqual([])
    expect(caseRolesOf(who('a', mandate('authority_officer', 'haihe')), { ...facts, isOwn: true })).toEqual([])
  })
  test('the keeper objects once: what support has overruled stays overruled', () => {
    expect(caseRolesOf(who('k', mandate('unit_account', 'unit')), facts)).toEqual(['keeper'])
    expect(caseRolesOf(who('k', mandate('unit_account', 'unit')), { ...facts, overruled: 'k' })).toEqual([])
    // The objection of one who kept it before him bars nobody else.
    expect(caseRolesOf(who('n', mandate('unit_account', 'unit')), { ...facts, overruled: 'k' })).toEqual(['keeper'])
    expect(caseRolesOf(who('k', mandate('unit_account', 'other')), facts)).toEqual([])
    expect(caseRolesOf(who('p', mandate('platform_admin', null)), facts)).toEqual([])
    expect(caseRolesOf(who('p', null), facts)).toEqual([])
  })
  test('name, code and seal must have been compared; a legal representative may have changed', () => {
    expect(lackingComparisons([])).toEqual(['name', 'code', 'seal'])
    expect(lackingComparisons(['name', 'code', 'seal'])).toEqual([])
    expect(lackingComparisons(['name', 'code', 'representative'])).toEqual(['seal'])
  })
})

const claimant = { name: '刘接任', mail: 'a@example.com', phone: '16400000001', userName: 'jieren_1', explanation: null }
const events: CaseEvent[] = [
  { event: 'opened', at: '2026-11-22T01:00:00.000Z', number: caseNumber(1), unitId: 'unit', cause: 'left', lang: 'zh', evidenceId: 'e', claimant },
  { event: 'objected', at: '2026-11-22T02:00:00.000Z', by: 'k', objection: '本人仍在职' },
  { event: 'overruled', at: '2026-11-22T03:00:00.000Z', note: '已电话核实' },
  { event: 'verified', at: '2026-11-22T04:00:00.000Z', by: 'a', checks: ['name', 'code', 'seal'], note: '一致', keeperId: 'k' },
  { event: 'sent_back', at: '2026-11-22T05:00:00.000Z', note: '请核对法定代表人' },
  { event: 'verified', at: '2026-11-22T06:00:00.000Z', by: 'a', checks: ['name', 'code', 'seal', 'representative'], note: '一致', keeperId: 'k' },
  { event: 'handed_over', at: '2026-11-22T07:00:00.000Z', by: 'b', successorId: 's', course: 'new' },
  { event: 'erased', at: '2027-06-01T00:00:00.000Z' },
]

test('S1-10 a case is what happened to it; erased, it keeps what was decided and by whom', () => {
  const c = events.reduce<RecoveryCase | null>((before, event) => evolveCase(before, 'case', event), null)
  expect(c).toMatchObject({
    state: 'handed_over', version: 8, claimant: null, evidenceId: null, objection: null, note: null, course: 'new', isOverruled: true, verifiedBy: 'a', confirmedBy: 'b', successorId: 's', checks: ['name', 'code', 'seal', 'representative'],
  })
  expect(c?.closedAt?.toISOString()).toBe('2026-11-22T07:00:00.000Z')
  expect(() => evolveCase(null, 'case', { event: 'withdrawn', at: '2026-11-22T01:00:00.000Z' })).toThrow(/before the case was opened/)
})

describe('S1-10 the number of a case', () => {
  test('is nine digits, typed as one likes', () => {
    expect(caseNumber(12_345_678)).toMatch(/^12345678\d$/)
    expect(typedCaseNumber(` ${caseNumber(7).replace(/^(\d{4})/, '$1 ')} `)).toMatchObject({ ok: true, value: caseNumber(7) })
  })
  test('a slip of one digit does not pass', () => {
    for (let n = 0; n < 400; n++) {
      const number = caseNumber((n * 7_654_321) % 100_000_000)
      const at = n % 9
      const slip = number.slice(0, at) + String((Number(number[at]) + 1 + (n % 8)) % 10) + number.slice(at + 1)
      if (slip !== number) expect(typedCaseNumber(slip).ok, `${number} ${slip}`).toBe(false)
    }
    expect(typedCaseNumber('12345').ok).toBe(false)
    expect(typedCaseNumber('abc').ok).toBe(false)
  })
})
