/** What later rooms may call. Reach is the caller's to check, unless it says otherwise. */
export { versionOf, type SubmittedVersion } from './version.ts'
export { waitingAt, type WaitingHere } from './waiting.ts'
export { headlineOf, statesOf, isUnderWay, isUnsubmitted } from './state.ts'
