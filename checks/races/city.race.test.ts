import { beforeAll, describe, expect, it } from 'vitest'
import { newId } from '../../src/kernel/ids.ts'
import { isSqlError } from '../../src/platform/db/sql-error.ts'
import { townPassword } from '../../world/cast.ts'
import type { Subject } from '../../world/simulated-provider/subject.ts'
import { cityPerson, cityServer, legalEntity, publicUrl, someone, type City } from '../city.ts'
import { twoUnits } from '../people-of-units.ts'
import { unitsContract } from '../../src/modules/units/contract.ts'
import type { Visitor } from '../server.ts'

let city: City
let units: Awaited<ReturnType<typeof twoUnits>>
beforeAll(async () => {
  city = await cityServer()
  units = await twoUnits(city.server)
})

/** Eight browsers that have come as far as the provider's answer. */
async function underWay(subjects: readonly Subject[]): Promise<{ visitor: Visitor; path: string }[]> {
  const ways = []
  for (const subject of subjects) {
    await city.knows(subject)
    const visitor = someone()
    ways.push({ visitor, path: await city.chooses(await city.leaves(subject.kind, visitor), subject) })
  }
  return ways
}
const arrive = (ways: readonly { visitor: Visitor; path: string }[]) =>
  Promise.all(ways.map(async ({ visitor, path }) => {
    const { status, headers } = await city.server.visit(path, visitor)
    if (status !== 303) throw new Error(`${status}`)
    const to = new URL(String(headers.location), publicUrl)
    return to.pathname === '/app/' ? 'in' : (to.searchParams.get('why') ?? to.pathname)
  }))
const eight = <T>(of: T): T[] => Array.from({ length: 8 }, () => of)
const n = async (table: 'account' | 'unit' | 'person') => (await city.server.tools.db.selectFrom(table).select((q) => q.fn.countAll<number>().as('n')).executeTakeFirstOrThrow()).n
const identitiesOf = (sub: string) => city.server.tools.db.selectFrom('identity').select('account_id').where('subject', '=', sub).execute()

describe('S2-02 first sign-ins at once', () => {
  it('one person eight times makes one account, and all are in', async () => {
    for (let round = 0; round < 4; round++) {
      const subject = cityPerson()
      const before = [await n('account'), await n('person')] as const
      expect(await arrive(await underWay(eight(subject)))).toEqual(eight('in'))
      expect([await n('account'), await n('person')]).toEqual([before[0] + 1, before[1] + 1])
      expect(await identitiesOf(subject.sub)).toHaveLength(1)
    }
  })

  it('one legal entity eight times makes one unit', async () => {
    for (let round = 0; round < 4; round++) {
      const subject = legalEntity()
      const before = [await n('account'), await n('unit')] as const
      expect(await arrive(await underWay(eight(subject)))).toEqual(eight('in'))
      expect([await n('account'), await n('unit')]).toEqual([before[0] + 1, before[1] + 1])
    }
  })

  it('I4 I15 of eight subjects with one credit code, or one document, one is in', async () => {
    for (const [one, why] of [[legalEntity(), 'city.unit_linked'], [cityPerson(), 'city.person_linked']] as const) {
      const said = await arrive(await underWay(eight(one).map((subject, i) => ({ ...subject, sub: `${subject.sub}-${i}` }))))
      expect(said.sort()).toEqual([...eight(why).slice(1), 'in'].sort())
    }
  })

  it('I16 one answer of the provider carried in sixteen times is used once', async () => {
    const [way] = await underWay([cityPerson()])
    if (!way) throw new Error('no way')
    const said = await arrive([...eight(way), ...eight(way)].map(({ path, visitor }) => ({ path, visitor: visitor.copy() })))
    expect(said.filter((one) => one === 'in')).toHaveLength(1)
    expect(said.filter((one) => one === 'city.state')).toHaveLength(15)
  })
})

describe('S2-01 linking at once', () => {
  it('I16 one proof is used once', async () => {
    const { a } = units
    const { creditCode, name, legalRepresentative } = await a.browser.ask(unitsContract.home, {})
    const subject = legalEntity({ credit_code: creditCode, unit_name: name, legal_representative: legalRepresentative, phone_number: '' })
    const { visitor, to } = await city.signsIn(subject)
    const token = new URL(to, publicUrl).searchParams.get('token') ?? ''
    const answers = await Promise.all(eight(0).map(() => city.server.visit('/city/link', visitor.copy(), { token, userName: a.userName, password: townPassword })))
    expect(answers.filter(({ headers }) => headers.location === '/app/')).toHaveLength(1)
    expect(answers.every(({ status }) => status < 500)).toBe(true)
    expect(await identitiesOf(subject.sub)).toHaveLength(1)
  })

  it('the database has the last word: an identity has one account, an account one identity of an issuer', async () => {
    const { tools } = city.server
    const accounts = (await tools.db.selectFrom('account').select('id').limit(8).execute()).map(({ id }) => id)
    const put = (account: string, issuer: string, subject: string) => tools.db.insertInto('identity').values({
      id: newId(), issuer, subject, door: 'person', account_id: account, name: '向晚晴', said: 'x', linked_at: new Date(), last_seen_at: new Date(),
    }).execute().then(() => 'done', (error: unknown) => (isSqlError(error) ? error.constraint : String(error)))
    const [first = ''] = accounts
    const one = await Promise.all(accounts.map((account) => put(account, 'https://a.example', 'same')))
    expect(one.sort()).toEqual(['done', ...accounts.slice(1).map(() => 'one_account_per_identity')])
    const other = await Promise.all(accounts.map((_, i) => put(first, 'https://b.example', `subject-${i}`)))
    expect(other.sort()).toEqual(['done', ...accounts.slice(1).map(() => 'one_identity_per_account_and_issuer')])
  })
})
