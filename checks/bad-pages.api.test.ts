import { describe, expect, test } from 'vitest'
import { rooms } from '../src/modules.ts'
import { askings } from './bad-input/inputs.ts'
import { nasty, naughty } from './bad-input/naughty.ts'
import { testServer, type Visitor } from './server.ts'

const server = await testServer({ config: { demo: true } })
const { visitorFor } = await askings(server)
const pages = rooms.flatMap((room) => room.pages ?? [])

/** All of them on PostgreSQL; on the embedded engine half of the nasty ones and a sixth of the rest, for what they try is done by the pages. */
const tried = process.env.KEHUI_TEST_DB === 'server' ? naughty : naughty.filter((text, i) => i % (nasty.includes(text) ? 2 : 6) === 0)

/** Fields that the public forms have, and those that links bring. */
const names = ['userName', 'password', 'passwordAgain', 'back', 'code', 'setup', 'token', 'displayName', 'mail', 'choice', 'version']
const links = ['back', 'token', 'lang', 'after', 'set', 'mode']

async function ask(method: 'GET' | 'POST', path: string, guard: Parameters<typeof visitorFor>[0], fields: Record<string, string>) {
  const visitor: Visitor = visitorFor(guard)()
  const encoded = new URLSearchParams(fields).toString()
  const answer = await server.app.inject({
    method, url: method === 'GET' ? `${path}?${encoded}` : path, remoteAddress: visitor.address,
    headers: {
      host: 'kehui.example.org', cookie: [...visitor.cookies].map(([name, value]) => `${name}=${value}`).join('; '),
      ...(method === 'POST' && { 'content-type': 'application/x-www-form-urlencoded' }),
    },
    ...(method === 'POST' && { payload: encoded }),
  })
  return { status: answer.statusCode, text: answer.payload, location: answer.headers.location ?? '' }
}

/** Never broken, never a way out of our origin, never written into the page as it came. */
function mustBeHarmless(what: string, text: string, { status, text: page, location }: Awaited<ReturnType<typeof ask>>): void {
  expect(status, what).toBeLessThan(500)
  expect(location, what).not.toMatch(/^(?!\/(?![/\\])|$)/)
  if (/<[a-z!/]/i.test(text)) expect(page.includes(text), `${what} stands in the page as it came`).toBe(false)
}

describe('S1-03 S1-N4 public pages and their forms take the naughty strings', () => {
  test.each(pages.map((page) => [`${page.method} ${page.path}`, page] as const))('%s', async (what, { method, path, guard }) => {
    const fields = method === 'GET' ? links : names
    const at = path.replaceAll(/:\w+/g, '0190a000-0000-7000-8000-000000000000')
    for (const [i, text] of tried.entries()) {
      // All fields at once, then one at a time in turn: an early refusal would hide what a later field does.
      mustBeHarmless(`${what} ${text.slice(0, 60)}`, text, await ask(method, at, guard, Object.fromEntries(fields.map((name) => [name, text]))))
      const one = fields[i % fields.length] ?? ''
      const others = { userName: 'nobody_here', password: 'nothing', passwordAgain: 'nothing', token: 'x', displayName: '演示人', mail: 'a@example.com', choice: 'agree' }
      if (i % 3 === 0) mustBeHarmless(`${what} ${one}=${text.slice(0, 60)}`, text, await ask(method, at, guard, { ...(method === 'POST' && others), [one]: text }))
    }
  })

  test.each(['/announcements/', '/preferences?back=', '/preferences?lang=en&back=', '/assets/', '/app/', '/api/', '/demo?x='])('addresses below %s', async (begin) => {
    for (const text of tried) {
      const answer = await server.app.inject({ method: 'GET', url: begin + encodeURIComponent(text.toWellFormed()), remoteAddress: '198.19.0.1', headers: { host: 'kehui.example.org' } })
      mustBeHarmless(begin + text.slice(0, 60), text, { status: answer.statusCode, text: answer.payload, location: answer.headers.location ?? '' })
    }
  })
})
