import { describe, expect, it } from 'vitest'
import type { Answer } from '../client.ts'
import { ownProblem } from '../problem.ts'
import { fetchedOnce } from './files-ahead.ts'

const file = (text: string): Answer<Blob> => ({ ok: true, value: new Blob([text]) })

describe('N4 the files of the next ones, fetched ahead', () => {
  it('a file is fetched once, whoever asks', async () => {
    let asked = 0
    const load = async () => (asked++, file('a'))
    expect(await fetchedOnce('once', load)).toBe(await fetchedOnce('once', load))
    expect(asked).toBe(1)
  })

  it('what could not be fetched is tried again', async () => {
    const refused = await fetchedOnce('twice', async () => ({ ok: false, refusal: ownProblem('web.offline', '') }))
    expect(refused.ok).toBe(false)
    expect((await fetchedOnce('twice', async () => file('b'))).ok).toBe(true)
  })

  it('only the last few are kept', async () => {
    let asked = 0
    await fetchedOnce('old', async () => (asked++, file('old')))
    for (let i = 0; i < 12; i++) await fetchedOnce(`new ${i}`, async () => file(String(i)))
    await fetchedOnce('old', async () => (asked++, file('old')))
    expect(asked).toBe(2)
  })
})
