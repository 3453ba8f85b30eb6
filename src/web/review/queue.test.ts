import { describe, expect, it } from 'vitest'
import { ahead, grown, isEmptied, moved, progressOf, queueOf, reopened, runsOut, settled, shownAt } from './queue.ts'

const rows = (...ids: string[]) => ids.map((id) => ({ id }))
const idOf = (queue: { rows: readonly { id: string }[]; at: number }) => queue.rows[queue.at]?.id

describe('N4 what waits at a flood desk, one after the other', () => {
  it('begins with the one who was pressed, else with the first', () => {
    expect(idOf(queueOf(rows('a', 'b', 'c'), null, 3, 'b'))).toBe('b')
    expect(idOf(queueOf(rows('a', 'b'), null, 2, 'unknown'))).toBe('a')
  })

  it('walks to both ends and no further', () => {
    let queue = queueOf(rows('a', 'b'), null, 2)
    queue = moved(moved(queue, 1), 1)
    expect(idOf(queue)).toBe('b')
    expect(idOf(moved(moved(queue, -1), -1))).toBe('a')
  })

  it('goes on to the next who waits after a decision, past those decided, and around', () => {
    let queue = settled(queueOf(rows('a', 'b', 'c'), null, 3, 'b'), 'b', 'passed')
    expect(idOf(queue)).toBe('c')
    queue = settled(queue, 'c', 'returned')
    expect(idOf(queue)).toBe('a')
    expect(isEmptied(queue)).toBe(false)
    queue = settled(queue, 'a', 'gone')
    expect(idOf(queue)).toBe('a')
    expect(isEmptied(queue)).toBe(true)
  })

  it('an answer that comes late does not move who is on the screen by then', () => {
    const queue = moved(queueOf(rows('a', 'b', 'c'), null, 3), 1)
    expect(idOf(settled(queue, 'a', 'passed'))).toBe('b')
  })

  it('E51 what is undone waits again, on the screen', () => {
    const queue = reopened(settled(settled(queueOf(rows('a', 'b', 'c'), null, 3), 'a', 'passed'), 'b', 'passed'), 'a')
    expect(idOf(queue)).toBe('a')
    expect(queue.done).toEqual({ b: 'passed' })
  })

  it('takes the next page without taking anybody twice, and asks for it in time', () => {
    let queue = queueOf(rows('a', 'b', 'c', 'd', 'e', 'f', 'g'), 'x', 9)
    expect(runsOut(queue)).toBe(false)
    queue = shownAt(queue, 'c')
    expect(runsOut(queue)).toBe(true)
    queue = grown(queue, rows('g', 'h', 'i'), null)
    expect(queue.rows.map((row) => row.id).join('')).toBe('abcdefghi')
    expect(runsOut(queue)).toBe(false)
  })

  it('knows who comes next, so that they can be fetched', () => {
    const queue = settled(queueOf(rows('a', 'b', 'c', 'd'), null, 4), 'c', 'passed')
    expect(ahead(queue).map((row) => row.id)).toEqual(['b', 'd'])
  })

  it('says where one is: 2 / 320', () => {
    expect(progressOf(moved(queueOf(rows('a', 'b', 'c'), 'x', 320), 1))).toEqual({ n: 2, of: 320, more: false, decided: 0 })
    expect(progressOf(queueOf(rows(), null, 0))).toEqual({ n: 0, of: 0, more: false, decided: 0 })
    expect(progressOf(settled(queueOf(rows('a', 'b'), null, 2), 'a', 'returned'))).toEqual({ n: 2, of: 2, more: false, decided: 1 })
    // Among the desks of a whole unit only some lines are one's own to decide: how many is not known before the end.
    expect(progressOf(queueOf(rows('a', 'b'), 'x', 0))).toMatchObject({ of: 2, more: true })
  })
})
