import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { ownProblem } from '../../../web/problem.ts'
import type { Field, FieldValue } from '../../calls/form/definition.ts'
import { field } from '../../calls/form/definition.ts'
import { opened, type FieldHeld, type SaveAnswer } from './fields-held.ts'
import { longest, makeKeeper, pause } from './keeper.ts'

const label = { zh: '甲', en: '' }
const form: Field[] = [
  field.parse({ kind: 'text', id: 'title', label }), field.parse({ kind: 'text', id: 'aim', label, lines: 5 }),
  field.parse({ kind: 'table', id: 'budget', label, columns: [{ kind: 'text', id: 'item', label }, { kind: 'money', id: 'amount', label }] }),
]
const find = (id: string) => form.find((one) => one.id === id)
const row = (id: string, item: string, amount: number | null = null) => ({ id, cells: { item, amount } })

/** A server that keeps fields with versions, as the drafts room does; `isDown`: no answer comes. */
function server(start: Record<string, { version: number; value: FieldValue }> = {}) {
  const rows = { ...start }
  const requests: string[][] = []
  let isDown = false
  const save = async (fields: { field: string; base: number; value: FieldValue }[]) => {
    requests.push(fields.map((one) => one.field))
    await Promise.resolve()
    if (isDown) return { ok: false as const, refusal: ownProblem('web.offline', '网络中断') }
    const answer: SaveAnswer & { at: string } = { saved: [], conflicts: [], refused: [], at: '2026-11-22T02:13:00.000Z' }
    for (const one of fields) {
      const now = rows[one.field] ?? { version: 0, value: null }
      if (now.version !== one.base) answer.conflicts = [...answer.conflicts, { field: one.field, ...now }]
      else {
        rows[one.field] = { version: now.version + 1, value: one.value }
        answer.saved = [...answer.saved, { field: one.field, version: now.version + 1 }]
      }
    }
    return { ok: true as const, value: answer }
  }
  return { rows, requests, save, down: (is: boolean) => void (isDown = is) }
}

function window(of: ReturnType<typeof server>, canKeep = true) {
  let kept: Readonly<Record<string, FieldHeld>> = {}
  const keeper = makeKeeper({ held: opened({ ...of.rows }), find, save: of.save, keep: (fields) => ((kept = fields), canKeep) })
  return { keeper, kept: () => kept, values: () => keeper.state().values, keeping: () => keeper.state().keeping }
}

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

describe('S2-78 autosave of a draft', () => {
  it('sends the changed fields only, a moment after the last key', async () => {
    const s = server({ title: { version: 3, value: '旧' }, aim: { version: 1, value: '目的' } })
    const w = window(s)
    w.keeper.type('title', '新')
    expect([w.keeping().state, s.requests]).toEqual(['typing', []])
    await vi.advanceTimersByTimeAsync(pause)
    expect(s.requests).toEqual([['title']])
    expect([s.rows['title'], w.keeping().state]).toEqual([{ version: 4, value: '新' }, 'saved'])
  })

  it('typed back to what stands there: nothing is sent, and nothing is said to be under way', async () => {
    const s = server({ title: { version: 3, value: '旧' } })
    const w = window(s)
    w.keeper.type('title', '新')
    w.keeper.type('title', '旧')
    await vi.advanceTimersByTimeAsync(longest)
    expect([s.requests, w.keeping().state]).toEqual([[], 'untouched'])
    w.keeper.type('title', '新')
    await vi.advanceTimersByTimeAsync(pause)
    w.keeper.type('title', '旧')
    w.keeper.type('title', '新')
    await vi.advanceTimersByTimeAsync(longest)
    expect([s.requests.length, w.keeping().state]).toEqual([1, 'saved'])
  })

  it('what is kept in another spelling than it was typed is sent once: an emptied field, a tab, an empty table', async () => {
    const s = server({ title: { version: 3, value: '旧' } })
    const w = window(s)
    w.keeper.type('title', '')
    w.keeper.type('aim', '')
    await vi.advanceTimersByTimeAsync(20 * pause)
    expect([s.requests.flat().filter((one) => one === 'title').length, s.rows['title']?.value, w.keeping().state]).toEqual([1, null, 'saved'])
    w.keeper.type('title', '甲\t乙')
    w.keeper.type('budget', [])
    await vi.advanceTimersByTimeAsync(20 * pause)
    expect([s.requests.length, s.rows['title']?.value, w.values()['title'], w.keeping().state]).toEqual([2, '甲 乙', '甲\t乙', 'saved'])
  })

  it('what is pasted with characters that nobody sees is kept without them, not refused for them', async () => {
    const s = server()
    const w = window(s)
    w.keeper.type('title', '\u202AC:\\甲\u0000乙\u000B丙\u202C')
    w.keeper.type('aim', '第一行\u000B第二行\u0007\n第三行')
    w.keeper.type('budget', [row('r1', '设备\u0000费', 3)])
    await vi.advanceTimersByTimeAsync(pause)
    expect(Object.fromEntries(Object.entries(s.rows).map(([id, { value }]) => [id, value])))
      .toEqual({ title: 'C:\\甲乙 丙', aim: '第一行\n第二行\n第三行', budget: [row('r1', '设备费', 3)] })
    expect([w.values()['title'], w.keeping().state]).toEqual(['C:\\甲乙 丙', 'saved'])
  })

  it('sends every few seconds while somebody goes on typing', async () => {
    const s = server()
    const w = window(s)
    for (let i = 1; i <= 12; i++) {
      w.keeper.type('aim', '字'.repeat(i))
      await vi.advanceTimersByTimeAsync(500)
    }
    expect(s.requests.length).toBeGreaterThanOrEqual(1)
    expect(s.requests.length).toBeLessThanOrEqual(Math.ceil(6_000 / longest) + 1)
    await vi.advanceTimersByTimeAsync(longest)
    expect(s.rows['aim']?.value).toBe('字'.repeat(12))
  })

  it('sends one request after the other, and what was typed meanwhile after it', async () => {
    const s = server()
    const w = window(s)
    w.keeper.type('title', '一')
    const first = w.keeper.flush()
    w.keeper.type('title', '一二')
    await first
    await vi.advanceTimersByTimeAsync(longest)
    expect([s.rows['title'], w.keeping().state]).toEqual([{ version: 2, value: '一二' }, 'saved'])
  })

  it('without a network everything stays in the browser and goes out when it is back', async () => {
    const s = server()
    const w = window(s)
    s.down(true)
    w.keeper.type('title', '断网时写的')
    await vi.advanceTimersByTimeAsync(pause)
    expect([w.keeping(), w.kept()['title']?.mine]).toEqual([{ state: 'offline', isKept: true }, '断网时写的'])
    w.keeper.type('aim', '再写')
    await vi.advanceTimersByTimeAsync(1_000)
    expect(w.kept()['aim']?.mine).toBe('再写')
    s.down(false)
    await vi.advanceTimersByTimeAsync(60_000)
    expect([s.rows['title']?.value, s.rows['aim']?.value, w.keeping().state, w.kept()]).toEqual(['断网时写的', '再写', 'saved', {}])
  })

  it('does not say that it is safe where the browser keeps nothing', async () => {
    const s = server()
    const w = window(s, false)
    s.down(true)
    w.keeper.type('title', '甲')
    await vi.advanceTimersByTimeAsync(pause)
    expect(w.keeping()).toEqual({ state: 'offline', isKept: false })
  })

  it('what the grammar cannot hold is told at the field and does not stop the others', async () => {
    const s = server()
    const w = window(s)
    w.keeper.type('title', '坏\n字')
    w.keeper.type('aim', '好字')
    await vi.advanceTimersByTimeAsync(pause)
    expect([s.requests, s.rows['aim']?.value, w.keeper.state().held.refused['title']?.code]).toEqual([[['aim']], '好字', 'calls.value.text'])
    w.keeper.type('title', '好字')
    await vi.advanceTimersByTimeAsync(pause)
    expect(s.rows['title']?.value).toBe('好字')
  })
})

describe('two windows of one draft', () => {
  it('different fields and different cells never meet', async () => {
    const s = server({ budget: { version: 1, value: [row('r1', '材料费', 1), row('r2', '测试费', 2)] } })
    const [a, b] = [window(s), window(s)]
    a.keeper.type('title', '甲窗')
    a.keeper.type('budget', [row('r1', '材料费', 10), row('r2', '测试费', 2)])
    b.keeper.type('aim', '乙窗')
    b.keeper.type('budget', [row('r1', '材料费', 1), row('r2', '测试费', 20), row('r3', '差旅费', 3)])
    await a.keeper.flush()
    await b.keeper.flush()
    expect(s.rows['budget']?.value).toEqual([row('r1', '材料费', 10), row('r2', '测试费', 20), row('r3', '差旅费', 3)])
    expect([s.rows['title']?.value, s.rows['aim']?.value, b.keeper.state().held.conflicts]).toEqual(['甲窗', '乙窗', {}])
  })

  it('the same field: nothing is written over, both values are there to choose from', async () => {
    const s = server({ title: { version: 1, value: '原' } })
    const [a, b] = [window(s), window(s)]
    a.keeper.type('title', '甲窗')
    b.keeper.type('title', '乙窗')
    await a.keeper.flush()
    expect(await b.keeper.flush()).toBe(false)
    expect([s.rows['title']?.value, b.values()['title'], b.keeper.state().held.conflicts['title']]).toEqual(['甲窗', '乙窗', { field: 'title', mine: '乙窗', theirs: '甲窗' }])
    b.keeper.choose('title', 'mine')
    await vi.advanceTimersByTimeAsync(pause)
    expect([s.rows['title'], b.keeper.state().held.conflicts]).toEqual([{ version: 3, value: '乙窗' }, {}])
    a.keeper.reread({ ...s.rows })
    expect(a.values()['title']).toBe('乙窗')
  })

  it('what another window saved is taken in where nothing was typed here', () => {
    const s = server({ title: { version: 1, value: '原' } })
    const w = window(s)
    w.keeper.reread({ title: { version: 2, value: '别的窗口' } })
    expect([w.values()['title'], w.keeper.state().held.conflicts]).toEqual(['别的窗口', {}])
  })

  it('an older answer changes nothing', () => {
    const w = window(server({ title: { version: 5, value: '新' } }))
    w.keeper.reread({ title: { version: 4, value: '旧' } })
    expect(w.values()['title']).toBe('新')
  })
})

describe('a closed browser', () => {
  it('the next window finds what was not sent, and sends it', async () => {
    const s = server({ title: { version: 1, value: '原' } })
    const gone = window(s)
    s.down(true)
    gone.keeper.type('title', '没来得及保存')
    gone.keeper.leave()
    const left = gone.kept()
    s.down(false)
    const next = window(s)
    next.keeper.recover(left)
    expect(next.values()['title']).toBe('没来得及保存')
    await vi.advanceTimersByTimeAsync(pause)
    expect(s.rows['title']).toEqual({ version: 2, value: '没来得及保存' })
  })

  it('where another window went on meanwhile, a person chooses', () => {
    const s = server({ title: { version: 2, value: '后来写的' } })
    const next = window(s)
    next.keeper.recover({ title: { version: 1, base: '原', mine: '没来得及保存' } })
    expect(next.keeper.state().held.conflicts['title']).toEqual({ field: 'title', mine: '没来得及保存', theirs: '后来写的' })
  })

  it('what the server has in the end is no news', () => {
    const s = server({ title: { version: 2, value: '存上了' } })
    const next = window(s)
    next.keeper.recover({ title: { version: 1, base: '原', mine: '存上了' } })
    expect([next.keeper.state().held.conflicts, next.values()['title']]).toEqual([{}, '存上了'])
  })
})
