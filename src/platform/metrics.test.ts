import { expect, test } from 'vitest'
import { makeMetrics } from './metrics.ts'

test('requests, notices, jobs and whatever is watched stand in the text', async () => {
  const metrics = makeMetrics()
  metrics.request('/api/units/:id', 'GET', 200, 0.02)
  metrics.request('/api/units/:id', 'GET', 404, 0.2)
  metrics.notice('mail', 'sent')
  metrics.job('units.expire_drafts', 'done', 1)
  let waiting = 3
  metrics.watch('secrets_waiting', 'Secrets that wait to be hashed', () => waiting++)
  const text = await metrics.text()
  expect(text).toContain('kehui_http_request_seconds_count{route="/api/units/:id",method="GET",status="200"} 1')
  expect(text).toContain('kehui_notices_total{channel="mail",outcome="sent"} 1')
  expect(text).toContain('kehui_job_seconds_count{job="units.expire_drafts",outcome="done"} 1')
  expect(text).toContain('kehui_secrets_waiting 3')
  expect(await metrics.text()).toContain('kehui_secrets_waiting 4')
  expect(text).toContain('kehui_nodejs_eventloop_lag_p99_seconds')
  expect(metrics.contentType).toContain('text/plain')
})

test('what cannot be read now spoils nothing else', async () => {
  const metrics = makeMetrics()
  metrics.watch('database_down', 'x', () => Promise.reject(new Error('down')))
  metrics.notice('mail', 'sent')
  expect(await metrics.text()).toContain('kehui_notices_total{channel="mail",outcome="sent"} 1')
})

test('two servers in one process count apart, and watching a name again replaces it', async () => {
  const [one, two] = [makeMetrics(), makeMetrics()]
  one.notice('mail', 'sent')
  expect(await two.text()).not.toContain('outcome="sent"')
  one.watch('n', 'x', () => 1)
  one.watch('n', 'x', () => 2)
  expect(await one.text()).toMatch(/^kehui_n 2$/m)
})
