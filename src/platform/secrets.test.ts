import { describe, expect, test } from 'vitest'
import { isRefusal, type Refusal } from '../kernel/refusal.ts'
import { answerOf, digest, makeSecrets, numericCode, token } from './secrets.ts'

const secrets = makeSecrets()
const hashed = async (secret: string): Promise<string> => {
  const hash = await secrets.hash(secret)
  if (isRefusal(hash)) throw new Error(hash.code)
  return hash
}

describe('passwords', () => {
  test('are kept as Argon2id at the cost of guards.md, salted', async () => {
    const hash = await hashed('correct horse')
    expect(hash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/)
    expect(await hashed('correct horse')).not.toBe(hash)
    expect(await secrets.verify(hash, 'correct horse')).toBe(true)
    expect(await secrets.verify(hash, 'correct horsf')).toBe(false)
  })

  test('are taken exactly as typed, but for how a keyboard composes é', async () => {
    const hash = await hashed('caf\u00e9 科汇')
    expect(await secrets.verify(hash, 'cafe\u0301 科汇')).toBe(true)
    for (const other of ['cafe 科汇', 'Café 科汇', 'café  科汇', ' café 科汇', 'caf\u00e9 科汇 ']) {
      expect(await secrets.verify(hash, other)).toBe(false)
    }
    const wide = await hashed('ａｂｃ１２３４５')
    expect(await secrets.verify(wide, 'abc12345')).toBe(false)
  })

  test('an unknown account costs what a known one costs and never opens (D14)', async () => {
    const hash = await hashed('right')
    const [cpuOfKnown, cpuOfUnknown] = await costs(hash, null)
    expect(cpuOfUnknown / cpuOfKnown).toBeGreaterThan(0.6)
    expect(cpuOfUnknown / cpuOfKnown).toBeLessThan(1.6)
    expect(await secrets.verify(null, 'right')).toBe(false)
  })
})

/** Processor time of twenty wrong guesses at each, in turn: whatever else the machine has to do meets both. */
async function costs(...hashes: [string | null, string | null]): Promise<[number, number]> {
  const spent: [number, number] = [0, 0]
  for (const hash of hashes) await secrets.verify(hash, 'warm')
  for (let i = 0; i < 40; i++) {
    const before = process.cpuUsage()
    await secrets.verify(hashes[i % 2] ?? null, 'wrong')
    const { user, system } = process.cpuUsage(before)
    spent[i % 2]! += user + system
  }
  return spent
}

describe('the pool', () => {
  test('lets two hash at once and the others wait their turn', async () => {
    const small = makeSecrets({ atOnce: 2 })
    const all = Array.from({ length: 12 }, () => small.verify(null, 'x'))
    expect(small.waiting()).toBe(10)
    expect(await Promise.all(all)).toEqual(Array(12).fill(false))
    expect(small.waiting()).toBe(0)
  })

  test('refuses busy when nobody makes room in time, and keeps its places', async () => {
    const impatient = makeSecrets({ atOnce: 1, patience: 1 })
    const answers = await Promise.all(Array.from({ length: 20 }, () => impatient.hash('x')))
    const refused = answers.filter((answer): answer is Refusal => isRefusal(answer))
    expect(refused.length).toBeGreaterThan(0)
    expect(refused.every((refusal) => refusal.code === 'busy' && refusal.status === 503)).toBe(true)
    expect(impatient.waiting()).toBe(0)
    expect(await impatient.verify(null, 'still works')).toBe(false)
  })

  test('a hash that cannot be read throws and gives its place back', async () => {
    const one = makeSecrets({ atOnce: 1 })
    await expect(one.verify('not a hash', 'x')).rejects.toThrow()
    expect(await one.verify(null, 'x')).toBe(false)
  })
})

test('tokens carry 256 bits and are stored as their SHA-256', () => {
  const made = new Set(Array.from({ length: 1000 }, token))
  expect(made.size).toBe(1000)
  for (const one of made) expect(one).toMatch(/^[\w-]{43}$/)
  expect(digest('abc')).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad')
})

test('codes are six digits, and each first digit comes as often as the others', () => {
  const counts = Array<number>(10).fill(0)
  for (let i = 0; i < 20_000; i++) {
    const code = numericCode()
    expect(code).toMatch(/^\d{6}$/)
    counts[Number(code[0])]!++
  }
  for (const count of counts) expect(Math.abs(count - 2000)).toBeLessThan(300)
})

test('answers are compared without width, case and blanks', () => {
  expect(answerOf('  Ｎａｎ Ｋａｉ　大学 ')).toBe('nankai大学')
  expect(answerOf('南 开')).toBe(answerOf('南开'))
  expect(answerOf('南开')).not.toBe(answerOf('北开'))
})
