import { expect, test } from 'vitest'
import { applicationStage, begun, decided, sound, submits, submitted, writes } from '../../../checks/applications.ts'
import { testServer, Visitor } from '../../../checks/server.ts'
import { levels } from '../calls/document.ts'
import { remind } from './remind.ts'

const server = await testServer({ start: new Date('2026-11-23T02:00:00Z') })
const english = new Visitor()
english.cookies.set('lang', 'en')

test('E53 E55 what ends at midnight ends at 24:00 of its day: on public pages, in refusals and in mails, in both languages', async () => {
  const window = { opensAt: '2026-11-20T01:00:00Z', closesAt: '2026-11-25T16:00:00Z' }
  const later = { ...window, closesAt: '2026-12-31T09:00:00Z' }
  const { leader, manager, unit, bureau, call } = await applicationStage(server, { windows: Object.fromEntries(levels.map((level) => [level, level === 'leader' ? window : later])) as never })
  for (const path of [`/calls/${call.code}`, '/calls', '/']) {
    const pages = [(await server.visit(path)).text, (await server.visit(path, english)).text]
    for (const text of pages) expect([path, text.includes('2026-11-25 24:00'), /2026-11-26 00:00/.test(text)]).toEqual([path, true, false])
  }

  const waiting = await begun(leader, call.id)
  await writes(leader, waiting, sound)
  const { id } = await submitted(server, leader, call.id)
  await decided(server, manager, 'pass', id)
  await decided(server, unit.account, 'pass', id)
  await remind(server.tools)
  // Three working days from Monday.
  await decided(server, bureau, 'correct', id)
  const mails = await server.sent('mail')
  const bodyOf = (template: string) => mails.findLast((one) => one.template === template)?.body ?? ''
  expect(bodyOf('desk.notice.draft')).toContain('2026-11-25 24:00')
  expect(mails.some(({ body }) => body.includes('2026-11-26 24:00'))).toBe(true)
  expect(mails.filter(({ body }) => / 00:00/.test(body))).toEqual([])

  server.clock.set(new Date('2026-11-26T01:00:00Z'))
  expect((await submits(server, leader, waiting)).problem).toMatchObject({ code: 'applications.window.late', detail: expect.stringContaining('2026-11-25 24:00') })
})
