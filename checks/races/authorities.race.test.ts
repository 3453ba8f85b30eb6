import { describe, expect, it } from 'vitest'
import { isRefusal } from '../../src/kernel/refusal.ts'
import { disableAccount, endMandate } from '../../src/modules/accounts/index.ts'
import { authoritiesContract as verbs } from '../../src/modules/authorities/contract.ts'
import { openAuthority } from '../../src/modules/authorities/index.ts'
import { portalContract } from '../../src/modules/portal/contract.ts'
import { settingsContract } from '../../src/modules/settings/contract.ts'
import { person, platformCall, signedIn, within } from '../people.ts'
import { openTestServer, type TestServer } from '../server.ts'

const codeOf = (value: unknown) => (isRefusal(value) ? value.code : 'done')

/** Who could still sign in and act for the platform. */
async function administratorsLeft(server: TestServer): Promise<string[]> {
  const rows = await server.tools.db.selectFrom('mandate as m').innerJoin('account as a', 'a.id', 'm.account_id').select('a.id')
    .where('m.post', '=', 'platform_admin').where('a.state', '=', 'active').where((q) => q.fn<boolean>('upper_inf', ['m.during'])).execute()
  return rows.map((row) => row.id)
}

describe('I21 the last administrator of the platform is not removable', () => {
  it('administrators who are removed all at once: one stays, whatever the way of removal', async () => {
    const server = await openTestServer()
    try {
      for (let round = 0; round < 10; round++) {
        for (let n = 0; n < 4; n++) await person(server, { post: 'platform_admin' })
        const admins = await administratorsLeft(server)
        const said = await Promise.all(admins.map((accountId, i) => within(server, (tx) => (i + round) % 2 === 0
          ? endMandate(tx, platformCall(server), { accountId, post: 'platform_admin', scopeId: null })
          : disableAccount(tx, platformCall(server), accountId))))
        expect(await administratorsLeft(server)).toHaveLength(1)
        expect(said.map(codeOf).filter((code) => code !== 'done')).toEqual(['account.last_administrator'])
      }
    } finally {
      await server.close()
    }
  })
})

describe('the tree of authorities', () => {
  const facts = (name: string) => ({ name, nameEn: null, region: null, sort: 0, contactPhone: null })

  it('two moves at once make no ring, and a desk closes before or after a registration takes it, never in between', async () => {
    const server = await openTestServer()
    try {
      const admin = await signedIn(server, await person(server, { post: 'platform_admin' }))
      const add = async (parentId: string | null, name: string) =>
        (await server.ask(verbs.add, { kind: parentId ? 'municipal' : 'bureau', parentId, ...facts(name) }, admin)).body.id
      const bureau = await add(null, '竞态科技局（演示）')
      for (let round = 0; round < 10; round++) {
        const [a, b] = [await add(bureau, `甲局${round}（演示）`), await add(bureau, `乙局${round}（演示）`)]
        const answers = await Promise.all([
          server.ask(verbs.move, { id: a, version: 1, parentId: b }, admin), server.ask(verbs.move, { id: b, version: 1, parentId: a }, admin),
        ])
        expect(answers.map((answer) => answer.status).toSorted()).toEqual([200, 422])
        const under = answers[0]?.status === 200 ? a : b
        const [opened, closed] = await Promise.all([
          within(server, async (tx) => {
            const held = await openAuthority(tx, under)
            if (isRefusal(held)) return held
            await new Promise((resolve) => setTimeout(resolve, 20))
            // Still open at the end of the deed that needs it.
            return openAuthority(tx, under)
          }),
          server.ask(verbs.close, { id: under, version: 2 }, admin),
        ])
        expect(closed.status).toBe(200)
        expect(['done', 'authorities.closed']).toContain(codeOf(opened))
      }
    } finally {
      await server.close()
    }
  })
})

describe('one value, one version in force', () => {
  it('eight who change one setting, or put one agreement in force, at once: one does, the others are overtaken', async () => {
    const server = await openTestServer()
    try {
      const admin = await signedIn(server, await person(server, { post: 'platform_admin' }))
      const eight = Array.from({ length: 8 }, (_, i) => i)
      for (let version = 0; version < 5; version++) {
        const said = await Promise.all(eight.map((i) =>
          server.ask(settingsContract.change, { changes: [{ key: 'owner.name_zh', version, value: `第${i}个名称` }] }, admin)))
        expect(said.filter((answer) => answer.status === 200)).toHaveLength(1)
        expect(said.filter((answer) => answer.problem.code === 'overtaken')).toHaveLength(7)
      }
      await server.ask(portalContract.agreements, {}, admin)
      const drafts = await Promise.all(eight.map(() => server.ask(portalContract.draftAgreement, {}, admin)))
      const draft = drafts.filter((answer) => answer.status === 200)
      expect(draft).toHaveLength(1)
      const { id } = draft[0]!.body
      const { title, titleEn, body, bodyEn } = (await server.ask(portalContract.agreement, { id }, admin)).body
      await server.ask(portalContract.editAgreement, { id, version: 1, title, titleEn, body: `${body}\n\n新增。`, bodyEn, changeNote: '新增' }, admin)
      const put = await Promise.all(eight.map(() => server.ask(portalContract.putAgreementInForce, { id, version: 2 }, admin)))
      expect(put.filter((answer) => answer.status === 200)).toHaveLength(1)
      const inForce = await server.tools.db.selectFrom('agreement').select('number').where('state', '=', 'in_force').execute()
      expect(inForce).toEqual([{ number: 2 }])
    } finally {
      await server.close()
    }
  })
})
