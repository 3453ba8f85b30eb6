import { addMinutes } from '../../../kernel/clock.ts'
import type { Job } from '../../../platform/jobs.ts'
import type { Tools } from '../../../platform/tools.ts'
import { idleSince } from '../../accounts/index.ts'
import { dropCall, dueCalls, endVisitsOfOverSessions, postponeCall, type DueCall } from '../visit-store.ts'
import { pruneKeys } from './key-store.ts'
import { providerOf } from './provider.ts'
import { pruneRecords } from './record-store.ts'

const secondsToAnswer = 5
const hoursToTry = 24
const atOnce = 50

/** Whether the subsystem has heard of it (OpenID Connect Back-Channel Logout 1.0, 2.5 to 2.8). Its answer is not read. */
async function tell(tools: Tools, call: DueCall & { uri: string }): Promise<boolean> {
  const provider = await providerOf(tools)
  const client = await provider.Client.find(call.code)
  if (!client) return false
  const logoutToken = Object.assign(new provider.IdToken({ sub: call.personId }, { client }), { mask: { sub: null } })
  logoutToken.set('events', { 'http://schemas.openid.net/event/backchannel-logout': {} })
  logoutToken.set('jti', call.id)
  logoutToken.set('sid', call.sid)
  // Only the registered address, checked when it was registered (fields.ts); wherever it would lead on, we do not follow.
  const answer = await fetch(call.uri, {
    method: 'POST', redirect: 'manual', signal: AbortSignal.timeout(secondsToAnswer * 1000),
    body: new URLSearchParams({ logout_token: await logoutToken.issue({ use: 'logout' }) }),
  })
  await answer.body?.cancel()
  return answer.ok
}

/** The first again after five seconds, then ever later, at most ten minutes apart. */
const pauseSeconds = (attempts: number): number => Math.min(600, 5 * 2 ** (attempts - 1))

async function deliver(tools: Tools, call: DueCall): Promise<void> {
  const { db, clock, log } = tools
  const { uri } = call
  if (uri === null || clock.now() > addMinutes(call.createdAt, hoursToTry * 60)) return void (await dropCall(db, call.id))
  const heard = await tell(tools, { ...call, uri }).catch((error: unknown) => {
    log.warn({ err: error, subsystem: call.code, attempts: call.attempts + 1 }, 'a subsystem was not told of a logout')
    return false
  })
  if (heard) await dropCall(db, call.id)
  else await postponeCall(db, call.id, call.attempts + 1, addMinutes(clock.now(), pauseSeconds(call.attempts + 1) / 60))
}

/** Ends the visits of sessions that are over, and tells every subsystem that is to be told. For the job and for tests. */
export async function tellLogouts(tools: Tools): Promise<void> {
  await endVisitsOfOverSessions(tools.db, tools.clock.now(), idleSince(tools))
  const due = await dueCalls(tools.db, tools.clock.now(), atOnce)
  await Promise.all(due.map((call) => deliver(tools, call)))
}

export const providerJobs: readonly Job[] = [
  { name: 'subsystems.tell_logouts', everySeconds: 5, run: tellLogouts },
  {
    name: 'subsystems.prune', everySeconds: 300,
    async run({ db, clock }) {
      await pruneRecords(db, clock.now())
      await pruneKeys(db, clock.now())
    },
  },
]
