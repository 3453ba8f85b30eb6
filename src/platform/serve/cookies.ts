import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Reply } from './call.ts'

/** `__Host-` binds the cookie to this host and to https; plain http is allowed on loopback only (D26). */
export const sessionCookie = (secure: boolean): string => (secure ? '__Host-kehui' : 'kehui')

/** Apart from the session: whoever is on the way to another server and back may have none yet. */
export const visitCookie = (secure: boolean): string => (secure ? '__Host-kehui-visit' : 'kehui-visit')

export const tokenOf = (request: FastifyRequest, secure: boolean): string | null => tokenIn(request, sessionCookie(secure))
export const visitTokenOf = (request: FastifyRequest, secure: boolean): string | null => tokenIn(request, visitCookie(secure))

function tokenIn(request: FastifyRequest, cookie: string): string | null {
  const token = request.cookies[cookie]
  return token && /^[A-Za-z0-9_-]{43}$/.test(token) ? token : null
}

export function replyOf(reply: FastifyReply, secure: boolean): Reply {
  const base = { path: '/', httpOnly: true, secure, sameSite: 'lax' } as const
  return {
    setSession: (token, absoluteExpiry) =>
      void reply.setCookie(sessionCookie(secure), token, { ...base, expires: absoluteExpiry }),
    clearSession() {
      void reply.clearCookie(sessionCookie(secure), base)
      void reply.header('clear-site-data', '"cache", "storage"')
    },
    setVisit: (token, seconds) => void reply.setCookie(visitCookie(secure), token, { ...base, maxAge: seconds }),
    setCookie: (name, value, seconds) => void reply.setCookie(name, value, { ...base, maxAge: seconds }),
  }
}
