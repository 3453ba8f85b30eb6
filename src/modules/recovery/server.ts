import type { Handlers } from '../../platform/serve/call.ts'
import * as accounts from './account-server.ts'
import * as claimants from './claimant-server.ts'
import type { recoveryContract } from './contract.ts'
import * as deeds from './deed-server.ts'
import * as desk from './desk-server.ts'
import * as evidence from './evidence-server.ts'
import { confirm } from './handing-over.ts'
import * as handovers from './handover-server.ts'
import * as keepers from './keeper-server.ts'
import * as notes from './note-server.ts'

/** One function per verb; they live with their noun. */
export const recoveryServer: Handlers<typeof recoveryContract> = {
  uploadEvidence: evidence.uploadEvidence,
  open: claimants.open,
  follow: claimants.follow,
  withdraw: claimants.withdraw,
  claims: keepers.claims,
  object: keepers.object,
  cases: desk.cases,
  case: desk.caseDetail,
  evidence: evidence.evidence,
  answer: deeds.answer,
  verify: deeds.verify,
  refuse: deeds.refuseCase,
  overrule: deeds.overrule,
  confirm,
  sendBack: deeds.sendBack,
  lookUp: accounts.lookUp,
  keeper: accounts.keeper,
  revealAccount: accounts.revealAccount,
  revealClaimant: accounts.revealClaimant,
  handover: handovers.handover,
  confirmItem: handovers.confirmItem,
  notes: notes.notes,
  addNote: notes.addNote,
  changeNote: notes.changeNote,
  removeNote: notes.removeNote,
}
