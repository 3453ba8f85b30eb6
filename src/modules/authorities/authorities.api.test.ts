import { beforeAll, describe, expect, it } from 'vitest'
import { person, signedIn, within } from '../../../checks/people.ts'
import { openTestServer, testServer, Visitor } from '../../../checks/server.ts'
import { buildTown } from '../../../world/town.ts'
import { isRefusal } from '../../kernel/refusal.ts'
import { settingsContract } from '../settings/contract.ts'
import { authoritiesContract as verbs } from './contract.ts'
import { aboveOf, belowOf, openAuthority } from './index.ts'

const server = await testServer()
let admin: Visitor
let bureau: string
let education: string
let colleges: string
let haihe: string

const facts = (name: string) => ({ name, nameEn: null, region: null, sort: 0, contactPhone: '022-01234567' })
async function add(kind: 'bureau' | 'municipal' | 'district', parentId: string | null, name: string): Promise<string> {
  const answer = await server.ask(verbs.add, { kind, parentId, ...facts(name) }, admin)
  if (answer.status !== 200) throw new Error(answer.text)
  return answer.body.id
}
const atDesk = async (id: string) => {
  const row = (await server.ask(verbs.atDesk, {}, admin)).body.authorities.find((one) => one.id === id)
  if (!row) throw new Error('not at the desk')
  return row
}

beforeAll(async () => {
  admin = await signedIn(server, await person(server, { post: 'platform_admin', displayName: '周平台' }))
  bureau = await add('bureau', null, '示范市科学技术局（演示）')
  education = await add('municipal', bureau, '示范市教育委员会（演示）')
  colleges = await add('municipal', education, '示范市高校办公室（演示）')
  haihe = await add('district', bureau, '海河示范区科学技术局（演示）')
})

describe('S1-39 the tree of authorities', () => {
  it('strangers see the open ones, municipal and district ones alike, each after the one above it', async () => {
    const { authorities } = (await server.ask(verbs.tree, {})).body
    expect(authorities.map((one) => one.kind)).toEqual(['bureau', 'municipal', 'municipal', 'district'])
    expect(authorities.map((one) => one.parentId)).toEqual([null, bureau, education, bureau])
    expect(authorities[0]).not.toHaveProperty('contactPhone')
  })

  it('knows what stands above and below, nearest first', async () => {
    expect(await aboveOf(server.tools.db, colleges)).toEqual([education, bureau])
    expect(await belowOf(server.tools.db, education)).toEqual([colleges])
    expect((await belowOf(server.tools.db, bureau)).toSorted()).toEqual([education, colleges, haihe].toSorted())
  })

  it.each([
    [{ kind: 'municipal' as const, name: '示范市 教育委员会（演示）' }, 409, 'name', 'authorities.name_taken'],
    [{ kind: 'bureau' as const, name: '第二科技局（演示）' }, 409, 'kind', 'authorities.one_bureau'],
    [{ kind: 'municipal' as const, name: '局' }, 422, 'name', 'text.length'],
    [{ kind: 'municipal' as const, name: '某局（演示）', contactPhone: '打电话' }, 422, 'contactPhone', 'authorities.phone'],
    [{ kind: 'district' as const, name: '某区科技局（演示）', region: '120107' }, 422, 'region', 'region.abolished'],
  ])('%o is refused', async (input, status, field, code) => {
    const parentId = input.kind === 'bureau' ? null : bureau
    const answer = await server.ask(verbs.add, { ...facts(input.name), parentId, ...input }, admin)
    expect([answer.status, answer.problem.fields[field]?.code]).toEqual([status, code])
  })

  it('moves with everything below it, never below itself', async () => {
    const { version } = await atDesk(education)
    const wrong = await server.ask(verbs.move, { id: education, version, parentId: colleges }, admin)
    expect(wrong.problem.fields.parentId?.code).toBe('authorities.below_itself')
    const office = await atDesk(colleges)
    await server.ask(verbs.move, { id: colleges, version: office.version, parentId: bureau }, admin)
    expect(await aboveOf(server.tools.db, colleges)).toEqual([bureau])
    await server.ask(verbs.move, { id: colleges, version: office.version + 1, parentId: education }, admin)
  })

  it('a closed one takes no registrations, is shown to nobody, and opens again', async () => {
    const { version } = await atDesk(haihe)
    expect((await server.ask(verbs.close, { id: haihe, version }, admin)).status).toBe(200)
    expect((await server.ask(verbs.tree, {})).body.authorities.map((one) => one.id)).not.toContain(haihe)
    const closed = await within(server, (tx) => openAuthority(tx, haihe))
    expect(isRefusal(closed) && closed.code).toBe('authorities.closed')
    expect((await atDesk(haihe)).can).toEqual(['change', 'move', 'reopen'])
    expect((await server.ask(verbs.reopen, { id: haihe, version: version + 1 }, admin)).status).toBe(200)
    expect(await within(server, (tx) => openAuthority(tx, haihe))).toMatchObject({ id: haihe, isOpen: true })
  })

  it('the refusal to close says how many stand in the way', async () => {
    const { version } = await atDesk(education)
    const answer = await server.ask(verbs.close, { id: education, version }, admin)
    expect([answer.status, answer.problem.detail]).toEqual([409, '还有1个使用中的下级部门，请先停用或调整到其他部门之下。'])
  })

  it('a change of a version that is no more is overtaken; what changed stands in the change log', async () => {
    const row = await atDesk(education)
    const change = (contactPhone: string) =>
      server.ask(verbs.change, { id: education, version: row.version, name: row.name, nameEn: row.nameEn, region: row.region, sort: row.sort, contactPhone }, admin)
    expect([(await change('022-01111111')).status, (await change('022-02222222')).problem.code]).toEqual([200, 'overtaken'])
    const { rows } = (await server.ask(settingsContract.changes, { room: 'authorities', subject: education }, admin)).body
    expect(rows[0]).toMatchObject({ by: '周平台', sentence: '修改主管部门“示范市教育委员会（演示）”：由“022-01234567”改为“022-01111111”' })
  })

  it('repeated with the same key it is added once (I9)', async () => {
    const input = { kind: 'municipal' as const, parentId: bureau, ...facts('示范市卫生健康委员会（演示）') }
    const key = '0190b000-0000-7000-8000-000000000001'
    const [one, again] = [await server.ask(verbs.add, input, admin, { key }), await server.ask(verbs.add, input, admin, { key })]
    expect(again.body).toEqual(one.body)
  })
})

describe('a desk where something waits', () => {
  it('does not close: the refusal says how many wait, and the desk shows it (S1-55)', async () => {
    const demo = await openTestServer({ config: { demo: true } })
    try {
      const town = await buildTown(demo.tools, demo.app, { units: ['shili_keji4', 'shili_keji5'] })
      const zhou = town.staff.pingtai_zhou
      if (!zhou) throw new Error('the town has no administrator')
      const { authorities } = await zhou.ask(verbs.atDesk, {})
      const desk = authorities.find((one) => one.id === town.authority.haihe)
      expect(desk).toMatchObject({ waiting: 2, officers: 2 })
      const refused = await zhou.refused(verbs.close, { id: desk?.id ?? '', version: desk?.version ?? 0 })
      expect([refused.status, refused.detail]).toEqual([409, '还有2件单位注册待此部门审核，请先办理完毕或转交其他部门。'])
    } finally {
      await demo.close()
    }
  })
})

describe('guards', () => {
  it('only the platform administrator has this desk', async () => {
    const officer = await signedIn(server, await person(server, { post: 'authority_officer', scopeId: haihe }))
    for (const [visitor, status] of [[officer, 403], [new Visitor(), 401]] as const) {
      expect((await server.ask(verbs.atDesk, {}, visitor)).status).toBe(status)
      expect((await server.ask(verbs.add, { kind: 'municipal', parentId: bureau, ...facts('别人的局（演示）') }, visitor)).status).toBe(status)
      expect((await server.ask(verbs.staff, {}, visitor)).status).toBe(status)
    }
  })
})
