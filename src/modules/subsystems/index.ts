/** What the wiring, the town and later rooms may call. */
export { renewSigningKeys } from './provider/key-store.ts'
