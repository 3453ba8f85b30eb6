import { expect, test } from 'vitest'
import { makeLog } from './log.ts'

function written(write: (log: ReturnType<typeof makeLog>) => void): Record<string, unknown> {
  const lines: string[] = []
  write(makeLog('info', { write: (line: string) => void lines.push(line) }))
  expect(lines).toHaveLength(1)
  return JSON.parse(lines[0] ?? '') as Record<string, unknown>
}

test('a line says what happened to which request, and neither the machine nor the process', () => {
  const line = written((log) => log.info({ request: 'r1', route: '/api/units/:id', status: 200 }, 'answered'))
  expect(line).toMatchObject({ level: 30, request: 'r1', route: '/api/units/:id', status: 200, msg: 'answered' })
  expect(Object.keys(line).sort()).toEqual(['level', 'msg', 'request', 'route', 'status', 'time'])
  expect(line.time).toMatch(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/)
})

test('what personal data is called is hidden wherever it hangs', () => {
  const line = JSON.stringify(written((log) => log.warn({
    password: 'p-1', deep: { phone: 'p-2', er: { mail: 'p-3' } }, headers: { cookie: 'p-4' }, body: { anything: 'p-5' }, query: 'p-6',
  })))
  for (let n = 1; n <= 6; n++) expect(line).not.toContain(`p-${n}`)
})

test('an error keeps its class, place and constraint, and loses the values it was about', () => {
  const error = Object.assign(new Error('invalid input syntax for type uuid: "13900000000"\nDetail: 张三'), {
    code: '22P02', detail: 'Key (phone)=(13900000000) already exists.', where: '张三', constraint: 'one_phone', table: 'account',
    query: 'insert', parameters: ['张三'],
  })
  const line = written((log) => log.error({ err: error }, 'broken'))
  expect(line.err).toMatchObject({ type: 'Error', code: '22P02', constraint: 'one_phone', table: 'account', message: 'invalid input syntax for type uuid: "…"' })
  expect(JSON.stringify(line)).toContain('log.test.ts')
  for (const value of ['13900000000', '张三']) expect(JSON.stringify(line)).not.toContain(value)
})

test('something thrown that is no error says nothing of itself', () => {
  expect(JSON.stringify(written((log) => log.error({ err: '张三' })))).not.toContain('张三')
})
