import { sql } from 'kysely'
import { describe, expect, test } from 'vitest'
import { person, platformCall, signedIn, well, within } from '../../../checks/people.ts'
import { testServer, Visitor } from '../../../checks/server.ts'
import { newId } from '../../kernel/ids.ts'
import { refuse } from '../../kernel/refusal.ts'
import { accountsContract as verbs } from './contract.ts'
import { sendPasswordLink, startSession } from './index.ts'
import { windowAt } from './lockout.ts'
import { pruneLockouts } from './store/lockouts.ts'

const server = await testServer()
const { db } = server.tools
const ask = (userName: string, password: string, visitor = new Visitor()) => server.ask(verbs.signIn, { userName, password }, visitor)

describe('what was verified must still hold when the session begins', () => {
  test('a session begun with the old password does not outlive its change', async () => {
    const [who, other] = [await person(server), await person(server)]
    const { secrets } = server.tools
    const verify = secrets.verify.bind(secrets)
    const inBetween = async (change: () => Promise<unknown>) => {
      secrets.verify = async (...typed) => {
        const right = await verify(...typed)
        await change()
        return right
      }
      try {
        return await ask(who.userName, who.password)
      } finally {
        secrets.verify = verify
      }
    }
    const { password_hash } = await db.selectFrom('account').select('password_hash').where('id', '=', other.accountId).executeTakeFirstOrThrow()
    const of = db.updateTable('account').where('id', '=', who.accountId)
    const before = await db.selectFrom('account').select('password_hash').where('id', '=', who.accountId).executeTakeFirstOrThrow()
    const changed = await inBetween(() => of.set({ password_hash }).execute())
    expect([changed.status, changed.problem.code, changed.setCookies]).toEqual([422, 'account.wrong', []])
    await of.set(before).execute()
    const disabled = await inBetween(() => of.set({ state: 'disabled' }).execute())
    expect([disabled.status, disabled.problem.code, disabled.setCookies]).toEqual([422, 'account.wrong', []])
    expect(await db.selectFrom('session').select('id').where('account_id', '=', who.accountId).execute()).toEqual([])
  })

  test('a new password makes open links worthless', async () => {
    const who = await person(server)
    const { link } = well(await within(server, (tx) => sendPasswordLink(tx, platformCall(server), who.accountId, 'account.reset')))
    expect((await server.visit(link)).status).toBe(200)
    const typed = { password: who.password, newPassword: 'Yun-wu5cha', newPasswordAgain: 'Yun-wu5cha' }
    expect((await server.ask(verbs.changePassword, typed, await signedIn(server, who))).status).toBe(200)
    expect((await server.visit(link)).text).toContain('链接已失效')
  })

  test('the cookie goes out once, and only when the deed stands', async () => {
    const who = await person(server)
    const cookies: string[] = []
    const call = { ...platformCall(server), reply: { setSession: (token: string) => void cookies.push(token), clearSession() {}, setVisit() {}, setCookie() {} } }
    let tries = 0
    await within(server, async (tx) => {
      await startSession(tx, call, who.accountId)
      if (++tries < 3) await sql`do $$ begin raise exception 'met another' using errcode = '40001'; end $$`.execute(tx)
    })
    expect([tries, cookies.length]).toEqual([3, 1])
    const visitor = new Visitor()
    visitor.cookies.set('__Host-kehui', cookies[0]!)
    expect((await server.ask(verbs.me, {}, visitor)).body.userName).toBe(who.userName)
    await within(server, async (tx) => {
      await startSession(tx, call, who.accountId)
      return refuse('overtaken')
    })
    expect(cookies).toHaveLength(1)
  })

  test('the second step shown twice is shown', async () => {
    const who = await person(server, { post: 'platform_admin' })
    const visitor = await signedIn(server, who)
    expect((await server.ask(verbs.verifySecondFactor, { code: '000000' }, visitor)).body).toEqual({ done: true })
  })
})

describe('failed sign-ins stand in the journal', () => {
  test('D14 the same row for known and unknown names: from where, and under no name', async () => {
    const who = await person(server)
    const failures = () => db.selectFrom('journal').select(['body', 'address', 'account_id', 'actor_name', 'seq', 'subject'])
      .where('event', '=', 'sign_in_failed').where('address', '=', '192.0.2.77').orderBy('at').execute()
    for (const name of [who.userName, 'nobody_at_all', who.userName]) await ask(name, 'not this one', new Visitor('192.0.2.77'))
    const rows = await failures()
    expect(rows).toHaveLength(3)
    const names = rows.map((row) => (row.body as { name: string }).name)
    expect([names[0] === names[2], names[0] === names[1]]).toEqual([true, false])
    for (const row of rows) {
      expect(row).toMatchObject({ account_id: null, actor_name: null, seq: 1 })
      expect(Object.keys(row.body as object)).toEqual(['name'])
      expect(JSON.stringify(row)).not.toContain(who.userName)
    }
    // A right one leaves none, and what is locked is not even checked.
    await ask(who.userName, who.password, new Visitor('192.0.2.77'))
    expect(await failures()).toHaveLength(3)
    for (let i = 0; i < 8; i++) await ask('nobody_at_all', 'not this one', new Visitor('192.0.2.77'))
    expect(await failures()).toHaveLength(7)
  })
})

test('pruning leaves a row whose attempt is in flight, and takes what has run out', async () => {
  const now = server.clock.now()
  await db.insertInto('lockout').values([{ subject: 'a'.repeat(43) }, { subject: 'b'.repeat(43) }]).execute()
  await db.insertInto('lockout_slot').values({ id: newId(), subject: 'a'.repeat(43), taken_at: now }).execute()
  await within(server, (tx) => pruneLockouts(tx, windowAt(now)))
  const left = await db.selectFrom('lockout').select('subject').where('subject', 'in', ['a'.repeat(43), 'b'.repeat(43)]).execute()
  expect(left).toEqual([{ subject: 'a'.repeat(43) }])
})
