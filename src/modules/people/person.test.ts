import { describe, expect, it } from 'vitest'
import { isRefusal } from '../../kernel/refusal.ts'
import type { Post } from '../../kernel/actor.ts'
import { chooseAgainAt, evolvePerson, isBound, mayCorrect, personProcedure, personRolesOf, personStates, statusOf, type Person, type PersonEvent, type PersonRole, type PersonState, type PersonVerb } from './person.ts'

/** By hand, from 1.4.2, D10, E09 and E40: who leads a person from where to where. */
const allowed: Record<PersonState, Partial<Record<PersonVerb, [PersonRole, PersonState]>>> = {
  unbound: { choose: ['self', 'new'] },
  new: { enable: ['unit', 'enabled'], refuse: ['unit', 'refused'], choose: ['self', 'new'] },
  enabled: { disable: ['unit', 'disabled'], release: ['unit', 'released'], liftVouching: ['support', 'released'], choose: ['self', 'new'] },
  disabled: { enable: ['unit', 'enabled'], release: ['unit', 'released'], liftVouching: ['support', 'released'], choose: ['self', 'new'] },
  refused: { choose: ['self', 'new'] },
  released: { choose: ['self', 'new'] },
}
const verbs = ['enable', 'disable', 'refuse', 'release', 'liftVouching', 'choose'] as const

describe('S1-09 S1-48 a person of a unit: every state, verb and role', () => {
  for (const state of personStates) {
    for (const verb of verbs) {
      for (const role of ['unit', 'self', 'support'] as const) {
        const [by, to] = allowed[state][verb] ?? []
        it(`${verb} by ${role} while ${state} -> ${by === role ? to : 'refused'}`, () => {
          const step = personProcedure.step(verb, state, [role])
          expect(isRefusal(step) ? undefined : step.to).toBe(by === role ? to : undefined)
          expect(personProcedure.can(state, [role]).includes(verb)).toBe(by === role)
          expect(isRefusal(personProcedure.step(verb, state, []))).toBe(true)
        })
      }
    }
  }

  it('whoever takes something away says why', () => {
    expect(personProcedure.steps.filter((step) => 'reason' in step).map((step) => step.verb)).toEqual(['disable', 'refuse', 'release', 'liftVouching'])
  })

  it('S1-48 the status of the manual has two values, and only enabled is 已启用', () => {
    expect(personStates.map((state) => [state, statusOf(state)])).toEqual([
      ['unbound', 'disabled'], ['new', 'disabled'], ['enabled', 'enabled'], ['disabled', 'disabled'], ['refused', 'disabled'], ['released', 'disabled'],
    ])
  })
})

describe('S1-44 who somebody is to a person', () => {
  const actor = (post: Post | null, scopeId: string | null = null, accountId = 'x') => ({
    accountId, userName: '', displayName: '', sessionId: '', mandate: post && { post, scopeId, unitId: null, scopeName: '' },
  })
  it.each([
    ['its unit', actor('unit_account', 'a'), 'a', ['unit']],
    ['another unit', actor('unit_account', 'b'), 'a', []],
    ['its unit of before', actor('unit_account', 'a'), null, []],
    ['a unit account without a scope, of somebody without a unit', actor('unit_account', null), null, []],
    ['an officer whose authority has the id of the unit', actor('authority_officer', 'a'), 'a', []],
    ['the administrator of the platform', actor('platform_admin'), 'a', []],
    ['the support', actor('support_officer'), 'a', ['support']],
    ['the support, of a person with its own account', actor('support_officer', null, 'own'), 'a', ['self']],
    ['himself', actor('person', null, 'own'), 'a', ['self']],
    ['somebody else', actor('person', null, 'other'), 'a', []],
    ['nobody', null, 'a', []],
  ] as const)('%s', (_, who, unitId, roles) => {
    expect(personRolesOf(who, { accountId: 'own', unitId })).toEqual(roles)
  })
})

describe('what happens to a person', () => {
  const at = (day: number) => `2026-03-${String(day).padStart(2, '0')}T01:00:00.000Z`
  const who = { userName: 'lin_zhiyuan', name: '林知远', document: { type: 'ID', number: '12019919880305001X' } }
  const after = (...events: PersonEvent[]): Person => {
    const person = events.reduce<Person | null>((before, e) => evolvePerson(before, 'p', e), null)
    if (!person) throw new Error('nothing happened')
    return person
  }
  const registered: PersonEvent = { event: 'registered', at: at(1), accountId: 'own', who, unitId: 'a', place: 7 }

  it('D10 who registers is new and nobody answers for who that is', () => {
    expect(after(registered)).toEqual({
      id: 'p', accountId: 'own', ...who, state: 'new', version: 1, unitId: 'a', place: 7, reason: '', since: new Date(at(1)),
      joinedAt: new Date(at(1)), vouchedAt: null, provenAt: null, createdAt: new Date(at(1)),
    })
  })

  it('the unit answers from the first 启用 on, whatever it switches later', () => {
    const person = after(registered, { event: 'enabled', at: at(2) }, { event: 'disabled', at: at(3), note: '已调离项目' }, { event: 'enabled', at: at(4) })
    expect(person).toMatchObject({ state: 'enabled', version: 4, vouchedAt: new Date(at(2)), since: new Date(at(4)), reason: '' })
  })

  it.each(['refused', 'released'] as const)('E09 who is %s has no unit, no place and nobody who answers, but the reason', (event) => {
    expect(after(registered, { event, at: at(2), note: '不是本单位人员' })).toMatchObject({
      state: event, unitId: null, place: null, joinedAt: null, vouchedAt: null, reason: '不是本单位人员', document: who.document,
    })
  })

  it('E40 with another unit everything begins anew', () => {
    expect(after(registered, { event: 'enabled', at: at(2) }, { event: 'chosen', at: at(5), unitId: 'b', place: 0, before: 'a' })).toMatchObject({
      state: 'new', unitId: 'b', place: 0, joinedAt: new Date(at(5)), vouchedAt: null, createdAt: new Date(at(1)), reason: '',
    })
  })

  it.each([[true, 'enabled'], [false, 'disabled']] as const)('S1-06 who comes from an older system (enabled there: %s) is %s and answered for', (enabled, state) => {
    expect(after({ event: 'adopted', at: at(1), accountId: 'own', who: { ...who, document: null }, unitId: 'a', place: 0, enabled })).toMatchObject({
      state, vouchedAt: new Date(at(1)), document: null,
    })
  })

  it('S1-58 a correction changes who somebody is, neither state nor reason', () => {
    const other = { name: '林致远', document: { type: 'ID', number: '120199198803050028' } }
    const before = after(registered, { event: 'enabled', at: at(2) }, { event: 'disabled', at: at(3), note: '已调离项目' })
    expect(evolvePerson(before, 'p', { event: 'corrected', at: at(4), who: other, vouched: true, note: '录入有误' })).toEqual({ ...before, ...other, version: 4 })
  })

  it('S1-N1 with a number that another unit vouches for, the unit confirms anew', () => {
    const before = after(registered, { event: 'enabled', at: at(2) })
    expect(evolvePerson(before, 'p', { event: 'corrected', at: at(4), who: { name: '林知远', document: null }, vouched: false, note: '录入有误' })).toMatchObject({
      state: 'new', vouchedAt: null, unitId: 'a', place: 7, since: new Date(at(4)), reason: '',
    })
    expect(evolvePerson(after(registered), 'p', { event: 'corrected', at: at(4), who, vouched: false, note: '录入有误' })).toMatchObject({ state: 'new', since: new Date(at(1)) })
  })

  const came: PersonEvent = { event: 'came', at: at(1), accountId: 'own', who }
  const other = { type: 'ID', number: '120199198803050028' }
  const bound = (day: number, unitId: string, document = who.document, before: string | null = null): PersonEvent =>
    ({ event: 'bound', at: at(day), who: { document }, unitId, place: 3, before })

  it('S2-02 who comes through the city has a proven document and no unit', () => {
    expect(after(came)).toEqual({
      id: 'p', accountId: 'own', ...who, state: 'unbound', version: 1, unitId: null, place: null, reason: '', since: new Date(at(1)),
      joinedAt: null, vouchedAt: null, provenAt: new Date(at(1)), createdAt: new Date(at(1)),
    })
    expect(after(came, { event: 'chosen', at: at(2), unitId: 'a', place: 0, before: null })).toMatchObject({ state: 'new', unitId: 'a', vouchedAt: null, provenAt: new Date(at(1)) })
  })

  it('S2-02 what the city proved is that number: with another one nothing is proven, with another name it is', () => {
    expect(after(came, { event: 'corrected', at: at(2), who: { name: '林致远', document: who.document }, vouched: true, note: '录入有误' }).provenAt).toEqual(new Date(at(1)))
    expect(after(came, { event: 'corrected', at: at(2), who: { name: who.name, document: other }, vouched: true, note: '录入有误' }).provenAt).toBeNull()
    expect(after(came, bound(2, 'a', other))).toMatchObject({ document: other, provenAt: null, vouchedAt: new Date(at(2)) })
  })

  it('S2-02 a link proves the document and changes nothing else', () => {
    const before = after(registered, { event: 'enabled', at: at(2) })
    expect(evolvePerson(before, 'p', { event: 'proven', at: at(3), who: { document: other } })).toEqual({ ...before, document: other, version: 3, provenAt: new Date(at(3)) })
  })

  it.each([
    ['came through the city', [came]], ['waits for this unit', [registered]],
    ['was refused', [registered, { event: 'refused', at: at(2), note: '不是本单位人员' }]],
    ['belonged to another unit', [{ ...registered, unitId: 'b' }, { event: 'enabled', at: at(2) }]],
    ['was disabled by another unit', [{ ...registered, unitId: 'b' }, { event: 'enabled', at: at(2) }, { event: 'disabled', at: at(3), note: '已调离项目' }]],
  ] as [string, PersonEvent[]][])('S2-71 an approval binds who %s: enabled, vouched for by this unit', (_, before) => {
    expect(after(...before, bound(5, 'a'))).toMatchObject({ state: 'enabled', unitId: 'a', place: 3, vouchedAt: new Date(at(5)), reason: '', since: new Date(at(5)), document: who.document })
  })

  it('S2-71 an approval of who is here already brings the document; whom the unit disabled stays disabled', () => {
    const enabled = after(registered, { event: 'enabled', at: at(2) })
    expect(evolvePerson(enabled, 'p', { ...bound(5, 'a', other, 'a'), place: 7 } as PersonEvent)).toEqual({ ...enabled, document: other, version: 3 })
    const disabled = after(registered, { event: 'enabled', at: at(2) }, { event: 'disabled', at: at(3), note: '已调离项目' })
    expect(evolvePerson(disabled, 'p', { ...bound(5, 'a', other, 'a'), place: 7 } as PersonEvent)).toEqual({ ...disabled, document: other, version: 4 })
    expect([isBound(enabled, 'a', who.document), isBound(disabled, 'a', who.document)]).toEqual([true, true])
    expect([isBound(enabled, 'a', other), isBound(enabled, 'b', who.document), isBound(after(registered), 'a', who.document)]).toEqual([false, false, false])
  })

  it('nothing happens before the registration', () => {
    expect(() => evolvePerson(null, 'p', { event: 'enabled', at: at(1) })).toThrow()
  })
})

describe('S1-58 who corrects', () => {
  const actor = (post: Post, accountId: string) => ({ accountId, userName: '', displayName: '', sessionId: '', mandate: { post, scopeId: null, unitId: null, scopeName: '' } })
  it.each([
    ['the support', actor('support_officer', 'x'), true], ['the support itself', actor('support_officer', 'own'), false], ['the person', actor('person', 'own'), false],
    ['an administrator', actor('platform_admin', 'x'), false], ['nobody', null, false],
  ])('%s: %s', (_, who, may) => expect(mayCorrect(who, { accountId: 'own', unitId: 'a' })).toBe(may))
})

describe('E09 choosing again and again', () => {
  const hour = (n: number) => new Date(Date.UTC(2026, 2, 1, n))
  it('three times within 24 hours, then after the first of the three', () => {
    expect(chooseAgainAt([], hour(5))).toBeNull()
    expect(chooseAgainAt([hour(1), hour(2)], hour(5))).toBeNull()
    expect(chooseAgainAt([hour(1), hour(3), hour(2)], hour(5))).toEqual(hour(25))
    expect(chooseAgainAt([hour(1), hour(2), hour(3)], hour(25))).toBeNull()
    expect(chooseAgainAt([hour(1), hour(2), hour(3), hour(25)], hour(25))).toEqual(hour(26))
  })
})
