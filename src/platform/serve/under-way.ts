import type { FastifyInstance } from 'fastify'

declare module 'fastify' {
  interface FastifyInstance {
    /** After `close`: when every deed that was begun has ended. */
    ended(): Promise<void>
  }
}

/**
 * Whoever breaks off his connection (a page that is left, a phone out of reach) does not break off the deed: it goes on and
 * needs the database. `close` waits for connections only, so what has none any more is counted here. To be called before the
 * first route; it gives what counts work outside the routes' handlers.
 */
export function countUnderWay(app: FastifyInstance): <T>(work: Promise<T>) => Promise<T> {
  const underWay = new Set<Promise<unknown>>()
  const counted = <T>(work: Promise<T>): Promise<T> => {
    const ended: Promise<unknown> = work.then(() => undefined, () => undefined).finally(() => underWay.delete(ended))
    underWay.add(ended)
    return work
  }
  app.addHook('onRoute', (route) => {
    const { handler } = route
    route.handler = function countedHandler(request, reply) {
      const answer: unknown = handler.call(this, request, reply)
      return answer instanceof Promise ? counted(answer) : answer
    }
  })
  app.decorate('ended', async () => {
    while (underWay.size > 0) await Promise.all(underWay)
  })
  return counted
}
