import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto'

/** Begun and not yet answered: what the answer is compared with. */
export interface Pending {
  state: string
  nonce: string
  verifier: string
}

/** Somebody who signed in. */
export interface Visitor {
  sub: string
  /** Session at the platform that this one came from; back-channel logout names it. */
  sid: string | null
  name: string
  unit: string | null
  accessToken: string
  idToken: string
  /** When the access token runs out. */
  until: number
  since: Date
}

interface Session {
  client: string
  pending?: Pending
  visitor?: Visitor
  /** The platform said over the back channel that it is over; the visitor is told at the next request. */
  isEnded?: true
}

/** Sessions of this process, gone with it; the cookie holds a random name with a signature and nothing else. */
export function makeSessions() {
  const key = randomBytes(32)
  const all = new Map<string, Session>()
  const sign = (id: string) => createHmac('sha256', key).update(id).digest('base64url')

  const nameOf = (cookie: string | undefined): string | null => {
    const [id = '', given = ''] = (cookie ?? '').split('.')
    const expected = Buffer.from(sign(id))
    const shown = Buffer.from(given)
    return id !== '' && shown.length === expected.length && timingSafeEqual(shown, expected) ? id : null
  }

  return {
    /** The session behind a cookie, if we made it, for this client. */
    find(client: string, cookie: string | undefined): Session | null {
      const id = nameOf(cookie)
      const session = id ? all.get(id) : undefined
      return session?.client === client ? session : null
    },
    /** A new session; gives the value of its cookie. A name is never used again after signing in (fixation). */
    begin(session: Session): string {
      const id = randomBytes(24).toString('base64url')
      all.set(id, session)
      const oldest = all.keys().next().value
      if (all.size > 2_000 && oldest !== undefined) all.delete(oldest)
      return `${id}.${sign(id)}`
    },
    end(cookie: string | undefined): void {
      const id = nameOf(cookie)
      if (id) all.delete(id)
    },
    /** Back-channel: ends the sessions of one sign-in, or all of a person. */
    endAll(client: string, { sub, sid }: { sub: string | null; sid: string | null }): number {
      let ended = 0
      for (const session of all.values()) {
        const { client: of, visitor } = session
        if (of !== client || !visitor || (sid ? visitor.sid !== sid : visitor.sub !== sub)) continue
        delete session.visitor
        session.isEnded = true
        ended++
      }
      return ended
    },
  }
}

export type Sessions = ReturnType<typeof makeSessions>
