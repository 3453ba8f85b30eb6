import { describe, expect, test } from 'vitest'
import type { Actor, Mandate, Post } from '../../kernel/actor.ts'
import {
  bankProcedure, bankRolesOf, bankStates, bankVerbs, evolveBank, isSameAccount, secondPersonsOf, whyNot, type BankAccount, type BankEvent, type BankSituation,
} from './bank-account.ts'

const unitId = 'unit'
const [chen, luo] = [{ accountId: 'chen', name: '陈维' }, { accountId: 'luo', name: '罗清扬' }]
const mandate = (post: Post, scopeId: string | null = unitId): Mandate => ({ post, scopeId, unitId: scopeId, scopeName: '示例' })
const as = (accountId: string, post: Post, scopeId?: string): Pick<Actor, 'accountId' | 'mandate'> => ({ accountId, mandate: mandate(post, scopeId) })

const situation = (proposer: typeof chen | null, more: Partial<BankSituation> = {}): BankSituation => ({
  unitId, unitAccount: chen, authorised: [luo],
  pending: proposer && { state: 'pending', proposedBy: proposer.accountId, proposer: proposer.name, since: '2026-03-02 09:00' }, ...more,
})
const open = (s: BankSituation, actor: ReturnType<typeof as>) => bankVerbs.filter((verb) => whyNot(verb, s, actor) === null)
const code = (verb: Parameters<typeof whyNot>[0], s: BankSituation, actor: ReturnType<typeof as>) => whyNot(verb, s, actor)?.code

const facts = { accountName: '示例公司', accountNameReason: '', bankName: '示例银行支行', bankAccount: '0000000000000000001', bankCode: '999110000013' }
const entered: BankEvent = { at: '2026-03-01T01:00:00Z', event: 'entered', unitId, by: 'chen', facts }
const proposed: BankEvent = { ...entered, event: 'proposed' }

describe('S2-21 D20 who may do what with a change that waits', () => {
  const unitAccount = as('chen', 'unit_account')
  const authorised = as('luo', 'authorised_person')

  test('the other one confirms or declines, who proposed withdraws', () => {
    expect(open(situation(chen), authorised)).toEqual(['confirmBank', 'refuseBank'])
    expect(open(situation(chen), unitAccount)).toEqual(['withdrawBank'])
    expect(open(situation(luo), unitAccount)).toEqual(['confirmBank', 'refuseBank'])
    expect(open(situation(luo), authorised)).toEqual(['withdrawBank'])
  })

  test('one\'s own proposal needs a second person, who is named', () => {
    expect(whyNot('confirmBank', situation(chen), unitAccount)).toMatchObject({ code: 'unitProfiles.bank.second_person', params: { names: '罗清扬' } })
    expect(whyNot('confirmBankAlone', situation(chen), unitAccount)).toMatchObject({ code: 'unitProfiles.bank.second_person', params: { names: '罗清扬' } })
    expect(whyNot('confirmBank', situation(luo), authorised)).toMatchObject({ code: 'unitProfiles.bank.second_person', params: { names: '陈维' } })
  })

  test('a unit that has only its unit account confirms by step-up, and by nothing less', () => {
    const alone = situation(chen, { authorised: [] })
    expect(open(alone, unitAccount)).toEqual(['confirmBankAlone', 'withdrawBank'])
    expect(code('confirmBank', alone, unitAccount)).toBe('unitProfiles.bank.by_step_up')
  })

  test('an authorised person is granted meanwhile: the step-up closes', () =>
    expect(open(situation(chen), unitAccount)).not.toContain('confirmBankAlone'))

  test('an authorised person alone waits for the unit account', () => {
    const orphan = situation(luo, { unitAccount: null })
    expect(open(orphan, authorised)).toEqual(['withdrawBank'])
    expect(code('confirmBank', orphan, authorised)).toBe('unitProfiles.bank.no_unit_account')
    expect(code('confirmBankAlone', orphan, authorised)).toBe('unitProfiles.bank.no_unit_account')
  })

  test('the authorised person who proposed has left: the unit account decides as the second person', () => {
    const left = situation(luo, { authorised: [] })
    expect(open(left, unitAccount)).toEqual(['confirmBank', 'refuseBank'])
    expect(code('withdrawBank', left, unitAccount)).toBe('unitProfiles.bank.not_proposer')
    expect(code('confirmBankAlone', left, unitAccount)).toBe('unitProfiles.bank.confirm_plainly')
  })

  test('one account with both posts is one account: no second person', () => {
    const both = situation(chen, { authorised: [chen] })
    expect(secondPersonsOf(both)).toEqual([])
    expect(open(both, unitAccount)).toEqual(['confirmBankAlone', 'withdrawBank'])
    expect(code('confirmBank', both, as('chen', 'authorised_person'))).toBe('unitProfiles.bank.no_unit_account')
  })

  test('nobody else does anything: other posts, other units, no post', () => {
    const others = [as('luo', 'person'), as('luo', 'secondary_unit_manager'), as('chen', 'unit_account', 'elsewhere'), { accountId: 'chen', mandate: null }, as('x', 'authority_officer')]
    for (const actor of others) {
      for (const verb of [...bankVerbs, 'proposeBank'] as const) expect(whyNot(verb, situation(chen), actor)).toMatchObject({ code: 'not_yours', status: 403 })
    }
  })

  test('a second proposal waits for the first one (I13): by whom and since when is said', () => {
    expect(whyNot('proposeBank', situation(luo), unitAccount)).toMatchObject({ code: 'unitProfiles.bank.waits', params: { proposer: '罗清扬', since: '2026-03-02 09:00' } })
    expect(whyNot('proposeBank', situation(null), unitAccount)).toBeNull()
  })

  test('where nothing waits, nothing is decided', () => {
    for (const verb of bankVerbs) expect(code(verb, situation(null), authorised)).toBe('unitProfiles.bank.nothing_waits')
  })

  test('no state, verb and actor in which whyNot and the table of steps disagree', () => {
    for (const state of bankStates) {
      for (const actor of [unitAccount, authorised]) {
        for (const proposer of [chen, luo]) {
          const s = situation(proposer)
          const asked = { ...s, pending: s.pending && { ...s.pending, state } }
          const can: string[] = bankProcedure.can(state, bankRolesOf(actor, asked))
          for (const verb of bankVerbs) expect(whyNot(verb, asked, actor) === null, `${state} ${verb}`).toBe(can.includes(verb))
        }
      }
    }
  })
})

describe('S2-21 what becomes of one', () => {
  const pending = evolveBank(null, 'b', proposed)

  test('the first entry is in force at once, without a second person', () =>
    expect(evolveBank(null, 'b', entered)).toMatchObject({ state: 'live', confirmedBy: 'chen', confirmedHow: 'first', version: 1 }))

  test('a change waits, is confirmed, is replaced by the next', () => {
    expect(pending).toMatchObject({ state: 'pending', confirmedBy: null, confirmedHow: null })
    const live = evolveBank(pending, 'b', { at: '2026-03-03T01:00:00Z', event: 'confirmed', by: 'luo', how: 'second_person' })
    expect(live).toMatchObject({ state: 'live', confirmedBy: 'luo', confirmedHow: 'second_person', version: 2, endedAt: null })
    expect(evolveBank(live, 'b', { at: '2026-04-03T01:00:00Z', event: 'replaced' })).toMatchObject({ state: 'replaced', version: 3, endedAt: new Date('2026-04-03T01:00:00Z') })
  })

  test('or is declined with a reason, or withdrawn', () => {
    expect(evolveBank(pending, 'b', { at: '2026-03-03T01:00:00Z', event: 'refused', note: '账号不是基本户' })).toMatchObject({ state: 'refused', note: '账号不是基本户' })
    expect(evolveBank(pending, 'b', { at: '2026-03-03T01:00:00Z', event: 'withdrawn' })).toMatchObject({ state: 'withdrawn' })
    expect(() => evolveBank(null, 'b', { at: '2026-03-03T01:00:00Z', event: 'withdrawn' })).toThrow()
  })

  test('S2-22 another bank code alone is another account; another reason of the name is none', () => {
    const account: BankAccount = evolveBank(null, 'b', entered)
    expect(isSameAccount(account, { ...facts, accountNameReason: '统一核算' })).toBe(true)
    for (const name of ['accountName', 'bankName', 'bankAccount', 'bankCode'] as const) expect(isSameAccount(account, { ...facts, [name]: 'x' }), name).toBe(false)
  })
})
