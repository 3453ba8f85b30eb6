import fc from 'fast-check'
import { expect, test } from 'vitest'
import { requestOf } from './request.ts'

const get = { method: 'GET', path: '/api/units/:id' } as const
const post = { method: 'POST', path: '/api/units/:id/return' } as const

test('parts of the path come out of the input and are not sent twice', () => {
  expect(requestOf(post, { id: '7', version: 3, reason: '不清晰' }))
    .toEqual({ method: 'POST', url: '/api/units/7/return', body: '{"version":3,"reason":"不清晰"}' })
})

test('a GET leaves out what is empty and repeats the name of a list', () => {
  expect(requestOf({ method: 'GET', path: '/api/units' }, { name: '测试', state: '', after: undefined, size: 20, desk: ['a', 'b'], of: null }).url)
    .toBe('/api/units?name=%E6%B5%8B%E8%AF%95&size=20&desk=a&desk=b')
})

test('an upload carries only its path', () => {
  expect(requestOf({ ...post, upload: { maxBytes: 1 } }, { id: '7' })).toEqual({ method: 'POST', url: '/api/units/7/return' })
})

test('a missing, empty or climbing part is a mistake of the page, not a request', () => {
  for (const id of [undefined, null, '', '.', '..']) expect(() => requestOf(get, { id }), String(id)).toThrow()
})

test('no value of a part can change the path or add a query', () => {
  fc.assert(fc.property(fc.string({ unit: 'grapheme', minLength: 1 }), (id) => {
    if (/^\.{1,2}$/.test(id)) return
    const url = new URL(requestOf(get, { id }).url, 'https://x.test')
    expect(url.search + url.hash).toBe('')
    expect(decodeURIComponent(url.pathname)).toBe(`/api/units/${id}`)
  }))
})

test('the input itself is left as it was', () => {
  const input = { id: '7', reason: 'x' }
  requestOf(post, input)
  expect(input).toEqual({ id: '7', reason: 'x' })
})
