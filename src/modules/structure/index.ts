/** What later rooms may call. Everything takes the transaction of the deed that needs it, unless it says otherwise. */
export { activateGrants } from './arrival.ts'
export { nameOfSecondaryUnit } from './name-store.ts'
