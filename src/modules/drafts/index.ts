/** What later rooms may call. Everything takes the transaction of the deed that needs it, unless it says otherwise. */
export { openDraft, dropDraft } from './begin.ts'
export { handOverDraft } from './hand-over.ts'
export { draftForUpdate, lockDraft, lockDrafts, unlockDraft, unlockDrafts } from './lock.ts'
export { contentOf } from './content.ts'
export { openFile } from './file-server.ts'
