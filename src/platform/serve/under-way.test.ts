import fastify, { type FastifyInstance } from 'fastify'
import { setTimeout as sleep } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { countUnderWay } from './under-way.ts'

/** A server with one deed that takes as long as the test wants. */
async function serving() {
  const app: FastifyInstance = fastify()
  countUnderWay(app)
  const [begun, goOn] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()]
  app.get('/deed', async () => {
    begun.resolve()
    await goOn.promise
    return { done: true }
  })
  app.get('/at-once', (_request, reply) => reply.send('now'))
  return { app, at: await app.listen({ port: 0, host: '127.0.0.1' }), begun: begun.promise, goOn }
}

/** `under way` when nothing has come of it so long: a moment where nothing shall come, long where it must. */
const stateOf = (work: Promise<unknown>, patience = 10_000) => Promise.race([work.then(() => 'ended', () => 'failed'), sleep(patience, 'under way', { ref: false })])

test('a deed whose page was left is waited for, though no connection is open any more', async () => {
  const { app, at, begun, goOn } = await serving()
  const leaving = new AbortController()
  const left = fetch(`${at}/deed`, { signal: leaving.signal }).catch(() => 'left')
  await begun
  leaving.abort()
  expect(await left).toBe('left')
  await app.close()
  const ended = app.ended()
  expect(await stateOf(ended, 30)).toBe('under way')
  goOn.resolve()
  expect(await stateOf(ended)).toBe('ended')
})

test('what failed has ended too, and nothing under way is waited for not at all', async () => {
  const { app, at, begun, goOn } = await serving()
  expect(await stateOf(app.ended())).toBe('ended')
  const asked = fetch(`${at}/deed`)
  await begun
  goOn.reject(new Error('as a broken program'))
  expect((await asked).status).toBe(500)
  expect(await (await fetch(`${at}/at-once`)).text()).toBe('now')
  await app.close()
  expect(await stateOf(app.ended())).toBe('ended')
})
