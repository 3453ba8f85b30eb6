/** What later rooms may call. Everything takes the transaction of the deed that needs it, unless it says otherwise. */
export { approvedProfile, type ApprovedProfile } from './approved.ts'
export { belongsTo } from './belongs.ts'
export { ensureProfile } from './ensure.ts'
export { profileGate, type ProfileGate } from './gate.ts'
export { moveReviews, rerouteOf, type ReviewMove } from './move.ts'
