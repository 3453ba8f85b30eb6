import { describe, expect, test } from 'vitest'
import { authorisedIn, bankEntry, filledForm, unitWithAccount } from '../../../checks/unit-information.ts'
import { codeSentTo, platformCall, signedIn, well, within } from '../../../checks/people.ts'
import { testServer, type Visitor } from '../../../checks/server.ts'
import { newId } from '../../kernel/ids.ts'
import { accountsContract } from '../accounts/contract.ts'
import { endMandate } from '../accounts/index.ts'
import { myDataContract } from '../my-data/contract.ts'
import { noPassword } from '../accounts/no-password.ts'
import { replayBank } from './bank-journal.ts'
import { bankAccountOfUnit } from './bank-store.ts'
import { unitProfilesContract as verbs } from './contract.ts'

const server = await testServer()
const { db, keyring } = server.tools

/** A unit with an account in force. */
async function entered() {
  const unit = await unitWithAccount(server)
  await server.ask(verbs.changeUnitProfile, filledForm(unit.unitId), unit.visitor)
  const view = async (visitor: Visitor = unit.visitor) => (await server.ask(verbs.unitProfile, {}, visitor)).body
  /** Proposes account number `n` in place of the one in force. */
  const propose = async (n: number, visitor: Visitor = unit.visitor, more: Partial<ReturnType<typeof bankEntry>> = {}) => {
    const { version, bank } = await view(visitor)
    server.clock.advance({ minutes: 1 })
    return server.ask(verbs.changeUnitProfile, filledForm(unit.unitId, { version, bank: { ...bankEntry(unit.unitId, n), ...more }, bankSeen: bank?.id ?? null }), visitor)
  }
  return { ...unit, view, propose }
}

/** The same with an authorised person, and a change that the unit account proposed. */
async function waiting() {
  const unit = await entered()
  const other = await authorisedIn(server, unit.unitId)
  expect((await unit.propose(2)).body.bank).toBe('proposed')
  const { pendingBank } = await unit.view()
  return { ...unit, other, step: { id: pendingBank?.id ?? '', version: pendingBank?.version ?? 0 } }
}

describe('S2-21 S2-22 银行账号', () => {
  test('the first entry needs no second person, and shows 银行行号 in the view as well (C9)', async () => {
    const { view, unitId } = await entered()
    const entry = bankEntry(unitId, 1)
    expect((await view()).bank).toMatchObject({
      state: 'live', accountName: unitId, bankName: entry.bankName, bankAccount: '**** **** 0001', bankCode: entry.bankCode, proposedBy: '陈维', confirmedHow: 'first',
    })
  })

  test('the number is sealed at rest, masked in the view, revealed with a reason that is recorded', async () => {
    const { view, unitId, visitor } = await entered()
    const { bankAccount: number } = bankEntry(unitId, 1)
    const id = (await view()).bank?.id ?? ''
    const row = await db.selectFrom('unit_bank_account').selectAll().where('id', '=', id).executeTakeFirst()
    expect(JSON.stringify(row)).not.toContain(number)
    expect((await server.ask(verbs.revealBankAccount, { id, reason: '填写付款单' }, visitor)).body).toEqual({ number })
    const look = await db.selectFrom('journal').select(['event', 'body']).where('room', '=', 'unitProfiles.reveal').orderBy('at', 'desc').executeTakeFirst()
    expect(look).toEqual({ event: 'bank_account_revealed', body: { unitId, bankAccountId: id } })
    // PI-6: that he entered it is on record about him; the number is the unit's.
    const { sections } = (await server.ask(myDataContract.mine, {}, visitor)).body
    const facts = sections.find(({ title }) => title === 'myData.section.bankChanges')?.items[0]?.facts
    expect(facts?.find(({ label }) => label === 'myData.field.bankAccount')?.value).toEqual({ kind: 'text', text: '**** **** 0001' })
    const elsewhere = await unitWithAccount(server)
    expect((await server.ask(verbs.revealBankAccount, { id, reason: '填写付款单' }, elsewhere.visitor)).status).toBe(404)
  })

  test('户名 that is not 单位名称 asks for a reason, and is said; a number like a card is said', async () => {
    const { unitId, visitor } = await unitWithAccount(server)
    const bank = { ...bankEntry('示例集团财务有限公司（演示）', 1), bankAccount: '6200000000000005' }
    const refused = await server.ask(verbs.changeUnitProfile, filledForm(unitId, { bank }), visitor)
    expect(refused.problem.fields['bank.accountNameReason']?.code).toBe('unitProfiles.account_name.reason')
    const saved = await server.ask(verbs.changeUnitProfile, filledForm(unitId, { bank: { ...bank, accountNameReason: '集团统一结算' } }), visitor)
    expect(saved.body.bank).toBe('entered')
    const { warnings, bank: shown } = (await server.ask(verbs.unitProfile, {}, visitor)).body
    expect(warnings.map(({ code }) => code)).toEqual(expect.arrayContaining(['account_name.differs', 'bank_account.card']))
    expect(shown?.accountNameReason).toBe('集团统一结算')
  })

  test.each([['bankAccount', '1234567', 'bank_account.format'], ['bankCode', '999110000012', 'bank_code.checksum'], ['bankName', '银行', 'bank.length']] as const)('%s %s is refused', async (name, value, code) => {
    const { propose } = await entered()
    expect((await propose(2, undefined, { [name]: value })).problem.fields[`bank.${name}`]?.code).toBe(code)
  })
})

describe('S2-23 D20 a later change needs a second person', () => {
  test('it waits, the old one stays, everybody who acts for the unit is told', async () => {
    const { view, account, other } = await waiting()
    const { bank, pendingBank } = await view()
    expect([bank?.bankAccount, pendingBank?.bankAccount, pendingBank?.state]).toEqual(['**** **** 0001', '**** **** 0002', 'pending'])
    expect(pendingBank?.waitsFor).toEqual([{ name: '罗清扬', post: 'authorised_person' }])
    const told = (await server.sent()).filter(({ template }) => template === 'unitProfiles.notice.proposed').slice(-4)
    expect(told.map(({ channel, address }) => [channel, address])).toEqual(expect.arrayContaining([['mail', account.mail], ['mail', other.who.mail]]))
    expect(told[0]?.body).toContain('罗清扬')
    expect(told.map(({ body }) => body).join()).not.toContain(bankEntry('', 2).bankAccount)
  })

  test('who proposed cannot confirm: why, and who can, is said beforehand and by the verb (N11)', async () => {
    const { view, visitor, step } = await waiting()
    const { pendingBank } = await view()
    expect(pendingBank?.can).toEqual(['withdrawBank'])
    expect(pendingBank?.closed.find(({ verb }) => verb === 'confirmBank')).toEqual({ verb: 'confirmBank', code: 'unitProfiles.bank.second_person', params: { names: '罗清扬' } })
    const refused = await server.ask(verbs.confirmBank, step, visitor)
    expect([refused.status, refused.problem.code, refused.problem.detail]).toEqual([409, 'unitProfiles.bank.second_person', expect.stringContaining('罗清扬')])
  })

  test('the other one confirms: the new account is in force, the old one replaced, and the journal gives both', async () => {
    const { view, step, unitId, other } = await waiting()
    const before = (await view()).bank?.id ?? ''
    expect((await view(other.visitor)).pendingBank?.can).toEqual(['confirmBank', 'refuseBank'])
    expect((await server.ask(verbs.confirmBank, step, other.visitor)).body).toEqual({ id: step.id, state: 'live', version: 2 })
    const after = await view()
    expect([after.bank?.id, after.pendingBank]).toEqual([step.id, null])
    expect(after.bank).toMatchObject({ confirmedBy: '罗清扬', confirmedHow: 'second_person' })
    for (const id of [before, step.id]) expect(await bankAccountOfUnit(db, keyring, unitId, id)).toEqual(await replayBank(server.tools, id))
    expect((await bankAccountOfUnit(db, keyring, unitId, before))?.state).toBe('replaced')
  })

  test('the other one declines with a reason that is told; the old one stays', async () => {
    const { view, step, other, visitor } = await waiting()
    expect((await server.ask(verbs.refuseBank, { ...step, reason: '' }, other.visitor)).status).toBe(422)
    expect((await server.ask(verbs.refuseBank, { ...step, reason: '不是本单位的基本户' }, other.visitor)).body.state).toBe('refused')
    expect((await view()).bank?.bankAccount).toBe('**** **** 0001')
    const told = (await server.sent('mail')).filter(({ template }) => template === 'unitProfiles.notice.refused').at(-1)
    expect(told?.body).toContain('不是本单位的基本户')
    const { entries } = (await server.ask(verbs.unitProfileHistory, {}, visitor)).body
    expect(entries[0]).toMatchObject({ of: 'bank', event: 'refused', by: '罗清扬', post: 'authorised_person', note: '不是本单位的基本户' })
  })

  test('who proposed withdraws, and may propose another; nobody else withdraws', async () => {
    const { step, other, visitor, propose } = await waiting()
    expect((await server.ask(verbs.withdrawBank, step, other.visitor)).problem.code).toBe('unitProfiles.bank.not_proposer')
    expect((await server.ask(verbs.withdrawBank, step, visitor)).body.state).toBe('withdrawn')
    expect((await propose(3)).body.bank).toBe('proposed')
    expect((await server.ask(verbs.confirmBank, step, other.visitor)).problem.code).toBe('overtaken')
  })

  test('I13 while one waits there is no other, whoever asks; the other fields are saved all the same', async () => {
    const { propose, other, view, visitor, unitId } = await waiting()
    const refused = await propose(3, other.visitor)
    expect([refused.status, refused.problem.code, refused.problem.detail]).toEqual([409, 'unitProfiles.bank.waits', expect.stringContaining('陈维')])
    const { version } = await view()
    const saved = await server.ask(verbs.changeUnitProfile, filledForm(unitId, { version, contactName: '何遥', bank: null }), visitor)
    expect(saved.body).toEqual({ version: version + 1, bank: 'unchanged' })
  })

  test('the account in force is another one than was seen: overtaken, nothing is proposed on top of it', async () => {
    const { unitId, visitor, view } = await entered()
    const { version } = await view()
    const stale = await server.ask(verbs.changeUnitProfile, filledForm(unitId, { version, bank: bankEntry(unitId, 2), bankSeen: newId() }), visitor)
    expect(stale.problem.code).toBe('overtaken')
  })

  test('the history shows both accounts, of the numbers the last four', async () => {
    const { visitor } = await waiting()
    const { entries } = (await server.ask(verbs.unitProfileHistory, {}, visitor)).body
    expect(entries.filter(({ of }) => of === 'bank').map(({ event }) => event)).toEqual(['proposed', 'entered'])
    expect(entries[0]?.changes.map(({ field }) => field)).toEqual(['bankAccount', 'bankCode'])
    expect(entries[0]?.changes[0]).toMatchObject({ from: '**** **** 0001', to: '**** **** 0002' })
    expect(JSON.stringify(entries)).not.toContain(bankEntry('', 2).bankAccount)
  })
})

describe('D20 a unit that has only its unit account', () => {
  async function alone() {
    const unit = await entered()
    await unit.propose(2)
    const { pendingBank } = await unit.view()
    return { ...unit, pendingBank, step: { id: pendingBank?.id ?? '', version: pendingBank?.version ?? 0 } }
  }

  test('confirms by its password, and by nothing less', async () => {
    const { pendingBank, step, visitor, account, view } = await alone()
    expect(pendingBank?.can).toEqual(['confirmBankAlone', 'withdrawBank'])
    expect(pendingBank?.stepUp).toMatchObject({ password: true, channels: [{ channel: 'phone' }, { channel: 'mail' }] })
    expect((await server.ask(verbs.confirmBank, step, visitor)).problem.code).toBe('unitProfiles.bank.by_step_up')
    expect((await server.ask(verbs.confirmBankAlone, step, visitor)).problem.fields.password?.code).toBe('field.required')
    expect((await server.ask(verbs.confirmBankAlone, { ...step, password: 'cuo-Wu7de' }, visitor)).problem.fields.password?.code).toBe('password.wrong')
    expect((await view()).bank?.bankAccount).toBe('**** **** 0001')
    expect((await server.ask(verbs.confirmBankAlone, { ...step, password: account.password }, visitor)).body.state).toBe('live')
    expect((await view()).bank).toMatchObject({ bankAccount: '**** **** 0002', confirmedHow: 'step_up' })
  })

  test('an account without a password shows a code to its own phone; a code to anybody else\'s opens nothing, and each opens once', async () => {
    const { step, visitor, account, view, propose } = await alone()
    await db.updateTable('account').set({ password_hash: noPassword }).where('id', '=', account.accountId).execute()
    expect((await view()).pendingBank?.stepUp?.password).toBe(false)
    server.clock.advance({ minutes: 2 })
    const foreign = await server.ask(accountsContract.requestCode, { purpose: 'change', channel: 'phone', address: '16433330001' }, visitor)
    await server.ask(accountsContract.proveCode, { id: foreign.body.id, code: await codeSentTo(server, '16433330001') }, visitor)
    expect((await server.ask(verbs.confirmBankAlone, { ...step, proofId: foreign.body.id }, visitor)).problem.fields.proofId?.code).toBe('proof.not_proven')
    const sent = await server.ask(verbs.sendOwnCode, { channel: 'phone' }, visitor)
    expect((await server.ask(verbs.confirmBankAlone, { ...step, proofId: sent.body.id }, visitor)).problem.fields.proofId?.code).toBe('proof.not_proven')
    await server.ask(accountsContract.proveCode, { id: sent.body.id, code: await codeSentTo(server, account.phone) }, visitor)
    expect((await server.ask(verbs.confirmBankAlone, { ...step, proofId: sent.body.id }, visitor)).body.state).toBe('live')
    await propose(3)
    const next = (await view()).pendingBank
    const again = await server.ask(verbs.confirmBankAlone, { id: next?.id ?? '', version: next?.version ?? 0, proofId: sent.body.id }, visitor)
    expect(again.problem.fields.proofId?.code).toBe('proof.not_proven')
  })

  test('with an authorised person in force the password is not enough', async () => {
    const { step, visitor, account, unitId } = await alone()
    await authorisedIn(server, unitId)
    const refused = await server.ask(verbs.confirmBankAlone, { ...step, password: account.password }, visitor)
    expect(refused.problem.code).toBe('unitProfiles.bank.second_person')
  })

  test('the authorised person who proposed leaves: the unit account confirms', async () => {
    const unit = await entered()
    const { who, visitor: other } = await authorisedIn(server, unit.unitId)
    expect((await unit.propose(2, other)).body.bank).toBe('proposed')
    await within(server, (tx) => endMandate(tx, platformCall(server), { accountId: who.accountId, post: 'authorised_person', scopeId: unit.unitId }))
    const { pendingBank } = await unit.view()
    expect([pendingBank?.waitsFor, pendingBank?.can]).toEqual([[{ name: '陈维', post: 'unit_account' }], ['confirmBank', 'refuseBank']])
    const step = { id: pendingBank?.id ?? '', version: pendingBank?.version ?? 0 }
    expect((await server.ask(verbs.confirmBank, step, other)).status).toBe(403)
    expect((await server.ask(verbs.confirmBank, step, unit.visitor)).body.state).toBe('live')
  })

  test('the password is another one by the time of the deed: nothing is confirmed with the old one', async () => {
    const { step, visitor, account, view } = await alone()
    const { secrets } = server.tools
    const [verify, other] = [secrets.verify, well(await secrets.hash('hong6-Shan-cha'))]
    secrets.verify = async (...given) => {
      const right = await verify(...given)
      await db.updateTable('account').set({ password_hash: other }).where('id', '=', account.accountId).execute()
      return right
    }
    const refused = await server.ask(verbs.confirmBankAlone, { ...step, password: account.password }, visitor)
    secrets.verify = verify
    expect(refused.problem.fields.password?.code).toBe('password.wrong')
    expect((await view()).bank?.bankAccount).toBe('**** **** 0001')
  })

  test('the step-up does not outlive the session', async () => {
    const { step, account } = await alone()
    const gone = await signedIn(server, account)
    await db.deleteFrom('session').where('account_id', '=', account.accountId).execute()
    expect((await server.ask(verbs.confirmBankAlone, { ...step, password: account.password }, gone)).status).toBe(401)
  })
})
