import { expect, test } from 'vitest'
import { makeSessions, type Visitor } from './sessions.ts'

const visitor = (sub: string, sid: string): Visitor => ({ sub, sid, name: '', unit: null, accessToken: '', idToken: '', until: 0, since: new Date(0) })

test('a cookie that we did not sign finds nothing, and one of another subsystem neither', () => {
  const sessions = makeSessions()
  const cookie = sessions.begin({ client: 'kjbg', visitor: visitor('a', '1') })
  expect(sessions.find('kjbg', cookie)?.visitor?.sub).toBe('a')
  expect(sessions.find('zjk', cookie)).toBeNull()
  expect(sessions.find('kjbg', `${cookie}x`)).toBeNull()
  expect(sessions.find('kjbg', cookie.replace(/^./, (c) => (c === 'A' ? 'B' : 'A')))).toBeNull()
  expect(sessions.find('kjbg', undefined)).toBeNull()
  sessions.end(cookie)
  expect(sessions.find('kjbg', cookie)).toBeNull()
})

test('the back channel ends one visit, or all of a person, in one subsystem', () => {
  const sessions = makeSessions()
  const [first, second, elsewhere] = [['kjbg', '1'], ['kjbg', '2'], ['zjk', '1']].map(([client = '', sid = '']) => sessions.begin({ client, visitor: visitor('a', sid) }))
  expect(sessions.endAll('kjbg', { sub: 'a', sid: '1' })).toBe(1)
  expect(sessions.find('kjbg', first)).toEqual({ client: 'kjbg', isEnded: true })
  expect([sessions.find('kjbg', first)?.visitor, sessions.find('kjbg', second)?.visitor?.sid, sessions.find('zjk', elsewhere)?.visitor?.sid]).toEqual([undefined, '2', '1'])
  expect(sessions.endAll('kjbg', { sub: 'a', sid: null })).toBe(1)
  expect(sessions.endAll('zjk', { sub: 'b', sid: null })).toBe(0)
})
