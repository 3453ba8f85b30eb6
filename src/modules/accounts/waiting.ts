/** Seconds until a time has passed, 0 when it has. */
const secondsUntil = (time: Date | undefined, seconds: number, now: Date): number =>
  time ? Math.max(0, Math.ceil((time.getTime() + seconds * 1000 - now.getTime()) / 1000)) : 0

/**
 * How long somebody must wait before the next message may go out. `times`: of the messages in the last hour, newest
 * first. `most` of them are allowed an hour, and `between` seconds from one to the next.
 */
export const secondsToWait = (times: readonly Date[], most: number, between: number, now: Date): number =>
  Math.max(secondsUntil(times[0], between, now), secondsUntil(times[most - 1], 3600, now))
