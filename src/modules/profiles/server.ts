import type { Handlers } from '../../platform/serve/call.ts'
import type { profilesContract } from './contract.ts'
import { here, saveNote } from './at-desk-server.ts'
import { download, exportReviews, exports } from './export-server.ts'
import { reviews, secondaryUnits, selection, waiting } from './list-server.ts'
import { employer, mine } from './mine-page.ts'
import { change, discardDraft, saveDraft, submit, withdraw } from './mine-server.ts'
import { revealDocument, revealPhone } from './reveal-server.ts'
import { approve, decideBatch, refuseReview, review } from './review-server.ts'

export const profilesServer: Handlers<typeof profilesContract> = {
  mine, saveDraft, discardDraft, change, submit, withdraw, employer,
  reviews, selection, waiting, review, here, saveNote, approve, refuse: refuseReview, decideBatch, revealDocument, revealPhone, secondaryUnits,
  exportReviews, exports, download,
}
