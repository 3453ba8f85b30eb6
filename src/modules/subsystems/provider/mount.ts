import type { IncomingMessage } from 'node:http'
import type { FastifyInstance, FastifyReply, FastifyRequest, HTTPMethods } from 'fastify'
import type { Provider } from 'oidc-provider'
import type { Mount } from '../../../platform/room.ts'
import { actorFor } from '../../../platform/serve/guard.ts'
import { nonce } from '../../../platform/serve/headers.ts'
import { isSecure, requestOf, type Edge } from '../../../platform/serve/edge.ts'
import { replyOf } from '../../../platform/serve/cookies.ts'
import { token } from '../../../platform/secrets.ts'
import type { Tools } from '../../../platform/tools.ts'
import { sessionOfPerson } from './guest-store.ts'
import { welcome, type Guest } from './guest.ts'
import { cookieNames, providerOf, routes } from './provider.ts'
import { findRecord } from './record-store.ts'

type Host = Pick<Edge, 'tools' | 'siteOf'>

/** Everything the provider answers, and nothing else: the rest of its routes does not exist here. */
const ways: readonly (readonly [HTTPMethods, string])[] = [
  ['GET', '/.well-known/openid-configuration'], ['GET', routes.jwks],
  ['GET', routes.authorization], ['GET', `${routes.authorization}/:uid`],
  ['POST', routes.token], ['GET', routes.userinfo], ['POST', routes.userinfo],
  ['GET', routes.end_session], ['POST', `${routes.end_session}/confirm`], ['GET', `${routes.end_session}/success`],
]

/** Asked by subsystems, of which one address speaks for many people: a count of their own, twenty times as high. */
const bySubsystems = new Set<string>([routes.token, routes.userinfo, routes.jwks, '/.well-known/openid-configuration'])

/** The OpenID Connect provider below our own edge: its hooks, headers, limits and log come first, then Koa has the raw request. */
export const mountProvider: Mount = async (app, edge) => {
  await app.register(async (inner: FastifyInstance) => {
    // The provider reads bodies itself, up to 56 kB.
    inner.removeAllContentTypeParsers()
    inner.addContentTypeParser('*', (_request, _body, done) => done(null))
    for (const [method, url] of ways) {
      const limit = { max: edge.tools.config.requestsPerMinute * 20, timeWindow: 60_000 }
      inner.route({
        method, url, exposeHeadRoute: false,
        config: { guard: 'anyone', ...(bySubsystems.has(url) && { rateLimit: limit }) },
        handler: (request, reply) => answer(edge, request, reply),
      })
    }
  })
}

async function answer(edge: Host, request: FastifyRequest, reply: FastifyReply): Promise<void> {
  const { tools } = edge
  const provider = await providerOf(tools)
  const { raw } = request
  const guest = await guestFor(edge, request, reply)
  welcome(raw, guest)
  putOurAddress(raw, request.ip, tools.config.publicUrl)
  const path = request.routeOptions.url ?? ''
  if (path.startsWith(routes.authorization) || path.startsWith(routes.end_session)) await followSession(provider, tools, raw, guest)
  reply.hijack()
  for (const [name, value] of Object.entries(reply.getHeaders())) if (value !== undefined) reply.raw.setHeader(name, value)
  await provider.callback()(raw, reply.raw)
}

async function guestFor({ tools, siteOf }: Host, request: FastifyRequest, reply: FastifyReply): Promise<Guest> {
  const secure = isSecure(tools)
  const actor = actorFor('anyone', request.signed)
  const query = Object.fromEntries(Object.entries(request.query ?? {}).filter((e): e is [string, string] => typeof e[1] === 'string'))
  const { lang, mode } = request
  return {
    person: actor?.mandate?.post === 'person' ? await sessionOfPerson(tools.db, actor.accountId, actor.sessionId) : null,
    frame: { t: tools.translate[lang], lang, mode, site: await siteOf(), path: request.url.split('?')[0] ?? '/', query, actor, nonce: nonce() },
    call: { tools, actor, request: requestOf(request, secure), reply: replyOf(reply, secure) },
  }
}

/** Scheme, host and sender as we know them: what the sender, or a proxy that we do not trust, says of them counts for nothing. */
function putOurAddress(raw: IncomingMessage, ip: string, publicUrl: string): void {
  const { host, protocol } = new URL(publicUrl)
  Object.assign(raw.headers, { host, 'x-forwarded-host': host, 'x-forwarded-proto': protocol.slice(0, -1), 'x-forwarded-for': ip })
  // A request line may hold a whole address.
  const url = raw.url ?? '/'
  if (!url.startsWith('/')) raw.url = url.replace(/^[a-z]+:\/\/[^/?#]*/i, '') || '/'
}

const cookiesOf = (raw: IncomingMessage): string[] => (raw.headers.cookie ?? '').split(';').map((one) => one.trim()).filter(Boolean)

/**
 * The provider's session is the platform's under another name. One that belongs to somebody else, or to a session that
 * is over, is not there for the provider; whoever is signed in has one without being asked again. So neither outlives
 * the other, and no result of an earlier step says who somebody is.
 */
async function followSession(provider: Provider, tools: Tools, raw: IncomingMessage, { person }: Guest): Promise<void> {
  const prefix = `${cookieNames(tools.config.secureCookies).session}=`
  const all = cookiesOf(raw)
  const value = all.find((one) => one.startsWith(prefix))?.slice(prefix.length)
  const known = value === undefined ? undefined : await findRecord(tools.db, tools.keyring, 'Session', value, tools.clock.now())
  const fits = person ? known?.uid === person.sessionId && known.accountId === person.id : known?.accountId === undefined
  if (fits) return
  const others = all.filter((one) => !one.startsWith(prefix))
  if (person) {
    const jti = token()
    const loginTs = Math.floor(person.signedInAt.getTime() / 1000)
    const session = Object.assign(new provider.Session(), { jti, uid: person.sessionId, accountId: person.id, loginTs })
    await session.save(tools.config.signIn.absoluteHours * 3600)
    others.push(`${prefix}${jti}`)
  }
  raw.headers.cookie = others.join('; ')
}
