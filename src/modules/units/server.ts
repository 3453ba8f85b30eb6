import type { Handlers } from '../../platform/serve/call.ts'
import type { unitsContract } from './contract.ts'
import * as licences from './licence-server.ts'
import * as registrations from './registration-server.ts'
import * as reviews from './review-server.ts'
import * as units from './unit-server.ts'

/** One function per verb; they live with their noun. */
export const unitsServer: Handlers<typeof unitsContract> = {
  begin: registrations.begin,
  mine: registrations.mine,
  kept: units.kept,
  save: registrations.save,
  uploadLicence: licences.uploadLicence,
  licence: licences.licence,
  submit: registrations.submit,
  withdraw: registrations.withdraw,
  restart: registrations.restart,
  reviews: reviews.reviews,
  review: reviews.review,
  revealContact: reviews.revealContact,
  approve: reviews.approve,
  return: reviews.returnToApplicant,
  refuse: reviews.refuseRegistration,
  transfer: reviews.transfer,
  home: units.home,
  units: units.units,
  unit: units.unit,
  pick: units.pick,
  suspend: units.suspend,
  resume: units.resume,
  rename: units.rename,
  dissolve: units.dissolve,
}
