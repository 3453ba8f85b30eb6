import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Reply } from './call.ts'

/** `__Host-` binds the cookie to this host and to https; plain http is allowed on loopback only (D26). */
export const sessionCookie = (secure: boolean): string => (secure ? '__Host-kehui' : 'kehui')

export function tokenOf(request: FastifyRequest, secure: boolean): string | null {
  const token = request.cookies[sessionCookie(secure)]
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
    setCookie: (name, value, seconds) => void reply.setCookie(name, value, { ...base, maxAge: seconds }),
  }
}
