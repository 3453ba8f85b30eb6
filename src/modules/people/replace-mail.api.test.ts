import { beforeAll, describe, expect, it } from 'vitest'
import { platformCall, well, within } from '../../../checks/people.ts'
import { twoUnitsAndSupport, type ChosenUnit, type Newcomer } from '../../../checks/people-of-units.ts'
import { testServer, type TestServer } from '../../../checks/server.ts'
import { townPassword } from '../../../world/cast.ts'
import type { Browser } from '../../../world/browser.ts'
import { lettersTo } from '../../../world/mailbox.ts'
import { accountsContract } from '../accounts/contract.ts'
import { contactOf, disableAccount, enableAccount, endMandate, grantMandate } from '../accounts/index.ts'
import { peopleContract as verbs } from './contract.ts'
import { replayPerson } from './person-journal.ts'
import { personOfAccount } from './person-store.ts'

let server: TestServer
let a: ChosenUnit
let b: ChosenUnit
let support: Browser
let comes: Awaited<ReturnType<typeof twoUnitsAndSupport>>['comes']

beforeAll(async () => {
  server = await testServer({ config: { demo: true } })
  ;({ a, b, comes, support } = await twoUnitsAndSupport(server))
})

const note = '原邮箱已停用，已与单位电话核实'
let n = 0
const fresh = () => `xin.youxiang.${++n}@example.com`
const accountOf = async (id: string) => (await server.tools.db.selectFrom('person').select('account_id').where('id', '=', id).executeTakeFirstOrThrow()).account_id
const mailOf = async (id: string) => (await contactOf(server.tools.db, server.tools.keyring, await accountOf(id)))?.mail
const replace = (id: string, newMail = fresh(), more: object = {}) => support.refused(verbs.replaceMail, { id, version: 1, newMail, note, ...more })
const signsIn = ({ who, browser }: Newcomer, password: string) => browser.ask(accountsContract.signIn, { userName: who.userName, password })

describe('S1-58 S1-11 the support replaces a mailbox that no link reaches', () => {
  it('the old password and all sessions end, and by the link in the new mailbox the person is back', async () => {
    const one = await comes()
    const { who, browser, id } = one
    await a.browser.ask(verbs.enable, { id, version: 1 })
    const newMail = fresh()
    expect(await support.ask(verbs.replaceMail, { id, version: 2, newMail, note })).toEqual({ id, mail: 'x***@example.com' })
    expect((await browser.refused(verbs.me, {})).status).toBe(401)
    expect((await browser.refused(accountsContract.signIn, { userName: who.userName, password: townPassword })).code).toBe('account.wrong')
    const [letter] = await lettersTo(server.tools, newMail)
    expect(letter).toMatchObject({ template: 'account.reset_by_support', params: { userName: who.userName } })
    const token = new URL(String(letter?.params.link), server.tools.config.publicUrl).searchParams.get('token') ?? ''
    await browser.send('/set-password', { token, password: 'Luo-Ye9feng', passwordAgain: 'Luo-Ye9feng' })
    await signsIn(one, 'Luo-Ye9feng')
    // What was decided about the person stays, and the next decision is not overtaken.
    const own = await browser.ask(verbs.me, {})
    expect(own).toMatchObject({ state: 'enabled', version: 2 })
    expect(own.timeline.at(-1)).toMatchObject({ event: 'mail_replaced', by: '技术支持', reason: note })
    expect((await a.browser.ask(verbs.person, { id })).timeline.at(-1)).toMatchObject({ event: 'mail_replaced', by: '技术支持', reason: note })
    expect(own.decidedBy).toBe(a.name)
    expect(await replayPerson(server.tools, id)).toEqual(await personOfAccount(server.tools.db, server.tools.keyring, await accountOf(id)))
  })

  it('the mailbox of before, the phone and the unit are told, each time; the journal keeps no address in clear', async () => {
    const { who, id } = await comes()
    const [first, second] = [fresh(), fresh()]
    for (const newMail of [first, second]) await support.ask(verbs.replaceMail, { id, version: 1, newMail, note })
    for (const before of [who.mail, first]) {
      expect((await lettersTo(server.tools, before))[0]).toMatchObject({ template: 'account.mail_replaced', params: { userName: who.userName, address: 'x***@example.com' } })
    }
    expect((await lettersTo(server.tools, who.phone)).filter(({ template }) => template === 'account.mail_replaced')).toHaveLength(2)
    const ofUnit = (await lettersTo(server.tools, a.mail)).filter(({ template, params }) => template === 'people.notice.mail_replaced_unit' && params.userName === who.userName)
    expect(ofUnit.map(({ params }) => `${params.note} ${params.link}`)).toEqual(Array(2).fill(`${note} /app/people/${id}`))
    const accountId = await accountOf(id)
    const clear = JSON.stringify(await server.tools.db.selectFrom('journal').select('body').where('subject', 'in', [id, accountId]).execute())
    for (const secret of [first, second, who.mail, note]) expect(clear).not.toContain(secret)
  })

  it('who never had a mailbox gets one, and from then on the unit can reset the password by it', async () => {
    const { id } = await comes()
    const accountId = await accountOf(id)
    await server.tools.db.updateTable('account').set({ mail: null, mail_blind: null }).where('id', '=', accountId).execute()
    expect((await a.browser.ask(verbs.person, { id })).can).not.toContain('resetPassword')
    const newMail = fresh()
    await support.ask(verbs.replaceMail, { id, version: 1, newMail, note })
    expect(await mailOf(id)).toBe(newMail)
    expect((await a.browser.ask(verbs.person, { id })).can).toContain('resetPassword')
  })

  it('refuses beside the field a mailbox that another account has, or that it is already, and what is no mailbox', async () => {
    const [{ who, id }, other] = [await comes(), await comes()]
    const beside = async (newMail: string) => (await replace(id, newMail)).fields.newMail?.code
    expect(await beside(other.who.mail)).toBe('account.mail_bound')
    expect(await beside(who.mail.toUpperCase())).toBe('account.mail_same')
    expect(await beside('meiyou-youxiang')).toBeTruthy()
    expect((await replace(id, fresh(), { note: ' ' })).fields).toHaveProperty('note')
    expect((await replace(id, fresh(), { version: 2 })).code).toBe('overtaken')
    expect(await mailOf(id)).toBe(who.mail)
  })

  it('two who want the same mailbox at once: one has it, the other hears it beside the field', async () => {
    const [one, other] = [await comes(), await comes()]
    const newMail = fresh()
    const answers = await Promise.allSettled([one, other].map(({ id }) => support.ask(verbs.replaceMail, { id, version: 1, newMail, note })))
    expect(answers.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected'])
    const lost = answers.find((answer) => answer.status === 'rejected')
    expect(lost?.reason.problem.fields).toEqual({ newMail: { code: 'account.mail_bound', sentence: '该电子邮箱已绑定其他账号' } })
  })

  it('nobody else may: not the unit, not the person, not an officer', async () => {
    const { browser, id } = await comes()
    for (const other of [a.browser, b.browser, a.officer, browser]) {
      expect((await other.refused(verbs.replaceMail, { id, version: 1, newMail: fresh(), note })).status).toBe(403)
    }
  })
})

describe('S1-58 whose mailbox the support does not replace', () => {
  it('of an account that keeps a unit, also a resting one, or that works for an authority: the sentence names its way', async () => {
    const { id } = await comes()
    const accountId = await accountOf(id)
    const keeper = await server.tools.db.selectFrom('mandate').select('account_id').where('scope_id', '=', b.id).where('post', '=', 'unit_account').executeTakeFirstOrThrow()
    await server.tools.db.updateTable('person').set({ account_id: keeper.account_id }).where('id', '=', id).execute()
    expect(await replace(id)).toMatchObject({ status: 409, code: 'account.keeps_unit' })
    await server.tools.db.updateTable('unit').set({ status: 'suspended' }).where('id', '=', b.id).execute()
    expect((await replace(id)).code).toBe('account.keeps_unit')
    await server.tools.db.updateTable('unit').set({ status: 'active' }).where('id', '=', b.id).execute()
    await server.tools.db.updateTable('person').set({ account_id: accountId }).where('id', '=', id).execute()
    const staff = { accountId, post: 'support_officer' as const, scopeId: null }
    well(await within(server, (tx) => grantMandate(tx, platformCall(server), staff)))
    expect(await replace(id)).toMatchObject({ status: 409, code: 'account.is_staff', helper: 'platform' })
    // What somebody was once stands in nobody's way.
    expect(await within(server, async (tx) => (await endMandate(tx, platformCall(server), staff)) ?? 'ended')).toBe('ended')
    expect((await support.ask(verbs.replaceMail, { id, version: 1, newMail: fresh(), note })).id).toBe(id)
  })

  it('of a disabled account, until it is enabled', async () => {
    const { id } = await comes()
    const accountId = await accountOf(id)
    const turned = (turn: typeof disableAccount) => within(server, async (tx) => (await turn(tx, platformCall(server), accountId)) ?? 'done')
    expect(await turned(disableAccount)).toBe('done')
    expect(await replace(id)).toMatchObject({ status: 409, code: 'people.mail.disabled', helper: 'platform' })
    expect(await turned(enableAccount)).toBe('done')
    expect((await support.ask(verbs.replaceMail, { id, version: 1, newMail: fresh(), note })).id).toBe(id)
  })
})
