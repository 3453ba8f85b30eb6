/** What the wiring, the town and later rooms may call. */
export { accessOf, isOpen } from './access-of.ts'
export { renewSigningKeys } from './provider/key-store.ts'
