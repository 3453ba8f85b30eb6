import { expect, test } from 'vitest'
import { isRefusal } from '../../kernel/refusal.ts'
import { eventsOf } from '../../platform/journal.ts'
import { person, platformCall, well, within } from '../../../checks/people.ts'
import { testServer, Visitor } from '../../../checks/server.ts'
import { accountsContract as verbs } from './contract.ts'
import { adoptAccounts, answerRequests, contactOf, type Adopted } from './index.ts'

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

test('one that is taken after all refuses all of them, in any spelling; none at all are no deed', async () => {
  await person(server, { userName: 'yijingzai', mail: 'zai@example.org', phone: '16459990001' })
  const refused = async (more: Partial<Adopted>) => {
    const answer = await adopt([row(6000), row(6001, more)])
    return isRefusal(answer) && [answer.status, answer.fields]
  }
  expect(await refused({ userName: 'YiJingZai' })).toEqual([409, { userName: { code: 'account.user_name_taken' } }])
  expect(await refused({ mail: 'ZAI@Example.org' })).toEqual([409, { mail: { code: 'account.mail_bound' } }])
  expect(await refused({ phone: '16459990001' })).toEqual([409, { phone: { code: 'account.phone_bound' } }])
  expect(await db.selectFrom('account').select('id').where('user_name', '=', row(6000).userName).execute()).toEqual([])
  expect(well(await adopt([]))).toEqual([])
})
