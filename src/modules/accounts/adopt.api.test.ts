import { expect, test } from 'vitest'
import { isRefusal } from '../../kernel/refusal.ts'
import { eventsOf } from '../../platform/journal.ts'
import { person, platformCall, well, within } from '../../../checks/people.ts'
import { testServer, Visitor } from '../../../checks/server.ts'
import { accountsContract as verbs } from './contract.ts'
import { adoptAccounts, answerRequests, contactOf, takenAmong, type Adopted } from './index.ts'

const server = await testServer()
const { db, keyring } = server.tools
const row = (n: number, more: Partial<Adopted> = {}): Adopted =>
  ({ userName: `laoyonghu_${n}`, displayName: '江见秋', mail: `lao${n}@example.org`, phone: `1645000${1000 + n}`, lang: 'zh', ...more })
const adopt = (rows: readonly Adopted[]) => within(server, (tx) => adoptAccounts(tx, platformCall(server), rows))

test('S1-05 two thousand accounts at once, each with its contact and its journal row', async () => {
  const rows = Array.from({ length: 2000 }, (_, n) => row(n, n % 3 === 0 ? { mail: null } : n % 3 === 1 ? { phone: null } : {}))
  const ids = well(await adopt(rows))
  expect(new Set(ids).size).toBe(2000)
  expect(await contactOf(db, keyring, ids[2] ?? '')).toEqual({ userName: 'laoyonghu_2', name: '江见秋', mail: 'lao2@example.org', phone: '16450001002', lang: 'zh' })
  expect(await contactOf(db, keyring, ids[3] ?? '')).toMatchObject({ mail: null })
  expect(await eventsOf(db, keyring, 'accounts', ids[4] ?? '')).toMatchObject([
    { seq: 1, event: 'adopted', body: { lang: 'zh' }, private: { userName: 'laoyonghu_4', displayName: '江见秋', mail: 'lao4@example.org', phone: null } },
  ])
})

test('S1-06 no password opens such an account until its owner set one by the link to the mailbox', async () => {
  const [id] = well(await adopt([row(5000, { userName: 'laoshou_1' })]))
  const signsIn = (password: string) => server.ask(verbs.signIn, { userName: 'laoshou_1', password })
  expect((await signsIn('laoshou_1')).problem.code).toBe('account.wrong')
  await server.visit('/forgotten', new Visitor(), { mail: 'lao5000@example.org' })
  await answerRequests(server.tools)
  const mail = (await server.sent('mail')).at(-1)
  const token = new URL(String(mail?.params.link), 'http://x').searchParams.get('token') ?? ''
  await server.visit('/set-password', new Visitor(), { token, password: 'luo9-Ye-feng', passwordAgain: 'luo9-Ye-feng' })
  expect((await signsIn('luo9-Ye-feng')).body.stage).toBe('full')
  expect((await eventsOf(db, keyring, 'accounts', id ?? '')).map((one) => one.event)).toEqual(['adopted', 'link_sent', 'password_set_by_link'])
})

test('what is taken is found beforehand, with the account that has it, in any spelling', async () => {
  const who = await person(server, { userName: 'yijingzai', mail: 'zai@example.org', phone: '16459990001' })
  const taken = await takenAmong(db, keyring, [
    { userName: 'freename_1', mail: null, phone: null }, { userName: 'YiJingZai', mail: 'ZAI@Example.org', phone: null },
    { userName: 'freename_2', mail: 'free@example.org', phone: '16459990001' },
  ])
  const none = { userName: null, mail: null, phone: null }
  expect(taken).toEqual([none, { ...none, userName: who.accountId, mail: who.accountId }, { ...none, phone: who.accountId }])
  const refused = await adopt([row(6000), row(6001, { userName: 'yijingzai' })])
  expect(isRefusal(refused) && [refused.status, refused.fields]).toEqual([409, { userName: { code: 'account.user_name_taken' } }])
  expect(await takenAmong(db, keyring, [row(6000)])).toEqual([none])
  expect(well(await adopt([]))).toEqual([])
})
