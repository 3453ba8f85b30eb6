/** What later rooms may call. Pure: windows.ts, working-days.ts, document.ts, form/. */
export { callForShare, callOfVersion, openCalls, publishedCall, type HeldCall } from './published.ts'
export { codesInForce } from './codes-in-force.ts'
export { endOfCorrection } from './working-day-store.ts'
export { bureauId } from './bureau.ts'
export { eligibilityFor } from './eligibility-server.ts'
export { windowsOf, windowsOfMany } from './window-store.ts'
