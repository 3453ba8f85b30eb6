import { sql } from 'kysely'
import { describe, expect, test } from 'vitest'
import { newId } from '../../src/kernel/ids.ts'
import { evolveBank, type BankEvent } from '../../src/modules/unit-profiles/bank-account.ts'
import { replayBank } from '../../src/modules/unit-profiles/bank-journal.ts'
import { bankAccountsOfUnit, insertBank } from '../../src/modules/unit-profiles/bank-store.ts'
import { unitProfilesContract as verbs } from '../../src/modules/unit-profiles/contract.ts'
import { fillFromRegistry, unitProfileOf } from '../../src/modules/unit-profiles/index.ts'
import { replayProfile } from '../../src/modules/unit-profiles/unit-profile-journal.ts'
import { platformCall, well, within } from '../people.ts'
import { testServer, type Answered } from '../server.ts'
import { authorisedIn, bankEntry, filledForm, unitWithAccount } from '../unit-information.ts'

const server = await testServer()
const { db, keyring } = server.tools

const said = ({ status, problem }: Answered) => (status === 200 ? 'done' : problem.code)
const statesOf = async (unitId: string) => (await db.selectFrom('unit_bank_account').select('state').where('unit_id', '=', unitId).execute()).map(({ state }) => state).toSorted()
const replays = async (unitId: string) => {
  for (const account of await bankAccountsOfUnit(db, keyring, unitId, 50)) expect(await replayBank(server.tools, account.id)).toEqual(account)
}

/** A unit with an account in force and an authorised person. */
async function unit() {
  const keeping = await unitWithAccount(server)
  await server.ask(verbs.changeUnitProfile, filledForm(keeping.unitId), keeping.visitor)
  const { visitor: second } = await authorisedIn(server, keeping.unitId)
  const view = async () => (await server.ask(verbs.unitProfile, {}, keeping.visitor)).body
  const formFor = async (n: number) => {
    const { version, bank } = await view()
    return filledForm(keeping.unitId, { version, bank: bankEntry(keeping.unitId, n), bankSeen: bank?.id ?? null })
  }
  const waiting = async (n: number) => {
    await server.ask(verbs.changeUnitProfile, await formFor(n), keeping.visitor)
    const { pendingBank } = await view()
    return { id: pendingBank?.id ?? '', version: pendingBank?.version ?? 0 }
  }
  return { ...keeping, second, view, formFor, waiting }
}

describe('I13 D20 one bank account in force, one that waits', () => {
  test('eight proposals at once: one waits, the others are told so', async () => {
    for (let round = 0; round < 6; round++) {
      const { unitId, visitor, second, view, formFor } = await unit()
      const forms = await Promise.all(Array.from({ length: 8 }, (_, i) => formFor(10 + i)))
      const answers = await Promise.all(forms.map((form, i) => server.ask(verbs.changeUnitProfile, form, i % 2 ? second : visitor)))
      const outcomes = answers.map(said)
      expect(outcomes.filter((one) => one === 'done')).toHaveLength(1)
      for (const one of outcomes) expect(['done', 'unitProfiles.bank.waits', 'unitProfiles.bank.waits.raced']).toContain(one)
      expect(await statesOf(unitId)).toEqual(['live', 'pending'])
      expect((await view()).bank?.bankAccount).toBe('**** **** 0001')
      await replays(unitId)
    }
  })

  test('eight first entries at once: one is in force', async () => {
    for (let round = 0; round < 6; round++) {
      const { unitId, visitor } = await unitWithAccount(server)
      const answers = await Promise.all(Array.from({ length: 8 }, (_, i) => server.ask(verbs.changeUnitProfile, filledForm(unitId, { bank: bankEntry(unitId, 1 + i) }), visitor)))
      expect(answers.map(said).toSorted()).toEqual(['done', ...Array.from({ length: 7 }, () => 'overtaken')])
      expect(await statesOf(unitId)).toEqual(['live'])
      expect(await unitProfileOf(db, keyring, unitId)).toEqual(await replayProfile(server.tools, unitId))
    }
  })

  test.each(['live', 'pending'] as const)('whatever a later verb forgets to ask: of eight accounts that are %s, one stands', async (state) => {
    const { unitId, account } = await unitWithAccount(server)
    const event: BankEvent = { at: '2026-03-01T01:00:00Z', event: state === 'live' ? 'entered' : 'proposed', unitId, by: account.accountId, facts: bankEntry('示例公司（演示）', 1) }
    const tries = await Promise.allSettled(Array.from({ length: 8 }, () => insertBank(db, keyring, evolveBank(null, newId(), event))))
    for (const one of tries) if (one.status === 'rejected') expect(one.reason).toMatchObject({ constraint: `one_${state}_bank_account_per_unit` })
    expect(tries.filter((one) => one.status === 'fulfilled')).toHaveLength(1)
  })
})

describe('D20 the change that waits is decided once', () => {
  test('confirm and withdraw at once: one of them, and what is in force fits it', async () => {
    for (let round = 0; round < 10; round++) {
      const { unitId, visitor, second, view, waiting } = await unit()
      const step = await waiting(2)
      const [confirmed, withdrawn] = (await Promise.all([server.ask(verbs.confirmBank, step, second), server.ask(verbs.withdrawBank, step, visitor)])).map(said)
      expect([confirmed, withdrawn].filter((one) => one === 'done')).toHaveLength(1)
      expect([confirmed, withdrawn].find((one) => one !== 'done')).toBe('unitProfiles.bank.nothing_waits')
      expect(await statesOf(unitId)).toEqual(confirmed === 'done' ? ['live', 'replaced'] : ['live', 'withdrawn'])
      expect((await view()).bank?.bankAccount).toBe(confirmed === 'done' ? '**** **** 0002' : '**** **** 0001')
      await replays(unitId)
    }
  })

  test('eight confirmations and refusals at once: one decision, one notice of it', async () => {
    for (let round = 0; round < 6; round++) {
      const { unitId, second, waiting } = await unit()
      const step = await waiting(2)
      const answers = await Promise.all(Array.from({ length: 8 }, (_, i) =>
        i % 2 ? server.ask(verbs.refuseBank, { ...step, reason: '不是基本户' }, second) : server.ask(verbs.confirmBank, step, second)))
      expect(answers.map(said).filter((one) => one === 'done')).toHaveLength(1)
      expect((await statesOf(unitId)).filter((state) => state === 'live')).toHaveLength(1)
      const { rows: [told] } = await sql<{ n: number }>`
        select count(distinct template)::int as n from outbox where journal_subject = ${step.id} and template in ('unitProfiles.notice.confirmed', 'unitProfiles.notice.refused')`.execute(db)
      expect(told?.n).toBe(1)
      await replays(unitId)
    }
  })

  test('a proposal beside the confirmation of the one before: never two that wait, never two in force', async () => {
    for (let round = 0; round < 8; round++) {
      const { unitId, visitor, second, waiting, formFor } = await unit()
      const step = await waiting(2)
      const next = await formFor(3)
      const [confirmed] = (await Promise.all([server.ask(verbs.confirmBank, step, second), server.ask(verbs.changeUnitProfile, next, visitor)])).map(said)
      expect(confirmed).toBe('done')
      const states = await statesOf(unitId)
      expect([states.filter((s) => s === 'live').length, states.filter((s) => s === 'pending').length <= 1]).toEqual([1, true])
      await replays(unitId)
    }
  })
})

describe('I8 the fields of the unit', () => {
  test('eight windows save on one version: one stands, seven are told', async () => {
    for (let round = 0; round < 6; round++) {
      const { unitId, visitor, second } = await unit()
      const answers = await Promise.all(Array.from({ length: 8 }, (_, i) =>
        server.ask(verbs.changeUnitProfile, filledForm(unitId, { version: 1, bank: null, postalAddress: `天津市和平区示例路${i + 20}号` }), i % 2 ? second : visitor)))
      expect(answers.map(said).toSorted()).toEqual(['done', ...Array.from({ length: 7 }, () => 'overtaken')])
      expect(await unitProfileOf(db, keyring, unitId)).toEqual(await replayProfile(server.tools, unitId))
    }
  })

  test('S2-24 the registry speaks while somebody saves: both are in the journal, and the row is what it tells', async () => {
    for (let round = 0; round < 6; round++) {
      const { unitId, visitor } = await unitWithAccount(server)
      const [filled, saved] = await Promise.all([
        within(server, (tx) => fillFromRegistry(tx, platformCall(server), unitId, { registeredOn: '2009-05-18', registeredCapital: '500' })),
        server.ask(verbs.changeUnitProfile, filledForm(unitId), visitor),
      ])
      expect(well(filled).ignored).toEqual([])
      expect(['done', 'overtaken', 'input.invalid']).toContain(said(saved))
      const profile = await unitProfileOf(db, keyring, unitId)
      expect(profile).toEqual(await replayProfile(server.tools, unitId))
      expect(profile).toMatchObject({ fromRegistry: ['registeredOn', 'registeredCapital'], registeredOn: '2009-05-18' })
    }
  })
})
