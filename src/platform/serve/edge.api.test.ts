import { describe, expect, test } from 'vitest'
import { person } from '../../../checks/people.ts'
import { testServer, Visitor } from '../../../checks/server.ts'

const server = await testServer()

describe('a link back leads to our own pages', () => {
  const preferences = async (back: string) => (await server.visit(`/preferences?lang=en&back=${back}`)).headers.location

  test.each(['/%09/evil.example', '//evil.example', '/%5Cevil.example', '/%0a/evil.example', 'https://evil.example', '/a%0d%0ax: y'])(
    '%s leads home', async (back) => expect(await preferences(back)).toBe('/'),
  )

  test('a path in Chinese travels encoded, and what is encoded stays as it is', async () => {
    const path = '/app/%E4%B8%AD%E6%96%87?a=%25'
    expect(await preferences(encodeURIComponent('/app/中文?a=%25'))).toBe(path)
    expect(await preferences('/a&back=/b')).toBe('/')
    const who = await person(server)
    const form = { userName: who.userName, password: who.password, back: '/app/中文?a=%25' }
    const done = await server.visit('/sign-in', new Visitor(), form)
    expect([done.status, done.headers.location]).toEqual([303, path])
  })
})
