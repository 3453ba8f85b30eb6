/** What later rooms may call. Reach is the caller's to check, unless it says otherwise. */
export { versionOf, type SubmittedVersion } from './version.ts'
export { versionsWithin, within } from './reach.ts'
export { lookedAt } from './store/looks.ts'
export { readReceipt, type Receipt } from './mine/receipt.ts'
export { receiptKeys } from './store/receipt-keys.ts'
