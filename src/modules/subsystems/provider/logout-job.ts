import { addMinutes } from '../../../kernel/clock.ts'
import type { Job } from '../../../platform/jobs.ts'
import { token } from '../../../platform/secrets.ts'
import type { Tools } from '../../../platform/tools.ts'
import { idleSince } from '../../accounts/index.ts'
import { dropCall, dueCalls, endVisitsOfOverSessions, postponeCall, subsystemsToTell, type DueCall } from '../visit-store.ts'
import { pruneKeys } from './key-store.ts'
import { providerOf } from './provider.ts'
import { pruneRecords } from './record-store.ts'

const secondsToAnswer = 5
const hoursToTry = 24
const atOnce = 50
/** A run begins nothing new after it: the next one looks again whom there is to tell. */
const secondsOfRun = 10

/** The status that the subsystem answers with (OpenID Connect Back-Channel Logout 1.0, 2.5 to 2.8). Nothing else of it is read. */
async function tell(tools: Tools, call: DueCall & { uri: string }): Promise<number> {
  const provider = await providerOf(tools)
  const client = await provider.Client.find(call.code)
  if (!client) throw new Error('a subsystem that is not registered')
  const logoutToken = Object.assign(new provider.IdToken({ sub: call.personId }, { client }), { mask: { sub: null } })
  logoutToken.set('events', { 'http://schemas.openid.net/event/backchannel-logout': {} })
  // Of its own for each attempt: what was heard and not acknowledged would be a replay.
  logoutToken.set('jti', token())
  logoutToken.set('sid', call.sid)
  // Only the registered address, checked when it was registered (fields.ts); wherever it would lead on, we do not follow.
  const answer = await fetch(call.uri, {
    method: 'POST', redirect: 'manual', signal: AbortSignal.timeout(secondsToAnswer * 1000),
    body: new URLSearchParams({ logout_token: await logoutToken.issue({ use: 'logout' }) }),
  })
  await answer.body?.cancel()
  return answer.status
}

/** The first again after five seconds, then ever later, at most ten minutes apart. */
const pauseSeconds = (attempts: number): number => Math.min(600, 5 * 2 ** (attempts - 1))

/** Whether this one is settled: heard, or given up. What does not answer is asked again. */
async function deliver(tools: Tools, call: DueCall): Promise<boolean> {
  const { db, clock, log } = tools
  const { uri } = call
  const about = { subsystem: call.code, call: call.id, attempts: call.attempts }
  if (uri === null || clock.now() > addMinutes(call.createdAt, hoursToTry * 60)) {
    if (uri !== null) log.error(about, 'a subsystem was never told of a logout: given up after a day')
    await dropCall(db, call.id)
    return true
  }
  const attempts = call.attempts + 1
  const status = await tell(tools, { ...call, uri }).catch((error: unknown) => {
    log.warn({ ...about, attempts, err: error }, 'a subsystem was not told of a logout')
    return null
  })
  if (status !== null && status >= 200 && status < 300) {
    await dropCall(db, call.id)
    return true
  }
  if (status !== null) log.warn({ ...about, attempts, status }, 'a subsystem did not take a logout')
  await postponeCall(db, call.id, attempts, addMinutes(clock.now(), pauseSeconds(attempts) / 60))
  return false
}

/** All that is due for one subsystem, some at a time. One that takes none of them is left until the next run. */
async function tellOne(tools: Tools, subsystemId: string): Promise<void> {
  const end = performance.now() + secondsOfRun * 1000
  while (performance.now() < end) {
    const due = await dueCalls(tools.db, subsystemId, tools.clock.now(), atOnce)
    const settled = await Promise.all(due.map((call) => deliver(tools, call)))
    if (due.length < atOnce || !settled.includes(true)) return
  }
}

/**
 * Ends the visits of sessions that are over, and tells every subsystem that is to be told; none waits for another that
 * answers slowly or not at all. For the job and for tests.
 */
export async function tellLogouts(tools: Tools): Promise<void> {
  const { db, clock } = tools
  await endVisitsOfOverSessions(db, clock.now(), idleSince(tools))
  await Promise.all((await subsystemsToTell(db, clock.now())).map((id) => tellOne(tools, id)))
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
