import { describe, expect, test } from 'vitest'
import { idAt } from '../bench/fill/chance.ts'
import { deskCount, registration } from '../bench/fill/people.ts'
import { again } from '../bench/measure/again.ts'
import { quantile } from '../bench/measure/compare.ts'
import { exponent } from '../bench/measure/growth.ts'
import { alike, valuesIn } from '../bench/measure/record.ts'
import { makeKeyring } from '../src/platform/seal/keyring.ts'

/** Sealed anew each time: not the same twice, by purpose. */
const sealed = { account_mail: '', account_phone: '', contact_mail: '', contact_phone: '', sealed: '' }

const said = (sql: string, ...values: (string | null)[]) => ({ sql, values })

describe('what the bench reckons with', () => {
  test('a cost in proportion has the power 1, a flat one 0, between the first point and the last', () => {
    const points = [{ rows: 1_000, buffers: 100, cpu: 2 }, { rows: 10_000, buffers: 5, cpu: 9 }, { rows: 50_000, buffers: 5_000, cpu: 2 }]
    expect(exponent(points, ({ buffers }) => buffers)).toBeCloseTo(1)
    expect(exponent(points, ({ cpu }) => cpu)).toBe(0)
  })

  test('half of the values lie below the median, one in twenty above p95', () => {
    const hundred = Array.from({ length: 100 }, (_, i) => 100 - i)
    expect([quantile(hundred, 0.5), quantile(hundred, 0.95)]).toEqual([51, 96])
  })

  test('the values of a statement are read from the log of the server', () => {
    expect(valuesIn(`Parameters: $1 = 'it''s, $2 = ''x''', $2 = NULL, $3 = ''`)).toEqual([`it's, $2 = 'x'`, null, ''])
    expect(valuesIn('')).toEqual([])
  })

  test('what the program does beside is no part of an operation', () => {
    const deed = (n: string) => [said('select 1', n), said('select 2')]
    const lists = [deed('a'), [...deed('b'), said('jobs')], deed('c'), deed('d'), [said('select 1', null), said('select 2')]]
    expect(alike(lists)).toEqual([deed('a'), deed('b'), deed('c'), deed('d')])
  })

  test('a write is said again with the facts of another input, and with ids of its own', () => {
    const [mine, yours, desk, made, other] = [1, 2, 3, 4, 5].map((n) => idAt(new Date(0), 1, n)) as [string, string, string, string, string]
    const recorded = [[said('update', mine, desk, made, `{"id":"${made}","of":"${mine}"}`, null)], [said('update', yours, desk, other, '', null)]]
    const [row = []] = again(recorded, [mine], [[yours]])
    const fresh = row[2] ?? ''
    expect(row).toEqual([yours, desk, fresh, `{"id":"${fresh}","of":"${yours}"}`, null])
    expect([made, other]).not.toContain(fresh)
  })

  test('the town of the bench is the same each time, and as uneven as a real one', () => {
    const keyring = makeKeyring([{ id: 'test', secret: Buffer.alloc(32, 7) }], 'aes')
    const all = Array.from({ length: 2_000 }, (_, n) => registration(n + 1, keyring))
    const desks = Object.values(Object.groupBy(all, ({ desk }) => desk)).map((one) => one?.length ?? 0).sort((a, b) => b - a)
    expect(desks).toHaveLength(deskCount)
    expect(desks[0]! / all.length).toBeCloseTo(0.4, 1)
    expect({ ...all[41], ...sealed }).toEqual({ ...registration(42, keyring), ...sealed })
  })
})
