import type { Room } from '../../platform/room.ts'
import { cityContract } from './contract.ts'
import { identitySealed } from './identity-store.ts'
import { forgetLinks, linkSealed } from './link-store.ts'
import { linkPages } from './pages/link.ts'
import { signOutPages } from './pages/sign-out.ts'
import { wayPages } from './pages/way.ts'
import { cityPersonalData } from './personal-data.ts'
import { cityServer } from './server.ts'
import { forgetVisits, visitSealed } from './visit-store.ts'
import { en } from './words.en.ts'
import { zh } from './words.zh.ts'

export const city: Room = {
  name: 'city',
  contract: cityContract,
  handlers: cityServer,
  pages: [...wayPages, ...linkPages, ...signOutPages],
  words: { zh, en },
  constraints: {
    // One subject, or one account, linked twice at once.
    one_account_per_identity: { code: 'city.linked_elsewhere', status: 409 },
    one_identity_per_account_and_issuer: { code: 'city.link.has_one', status: 409 },
  },
  helpers: { 'city.answer': 'support', 'city.linked_elsewhere': 'support', 'city.link.no_door': 'support', 'city.not_offered': 'platform', 'city.unlink.only_way': 'support', 'city.link.no_password': 'support' },
  jobs: [{
    name: 'city.forget_ways', everySeconds: 600,
    run: async ({ db, clock }) => {
      await forgetVisits(db, clock.now())
      await forgetLinks(db, clock.now())
    },
  }],
  sealed: [...identitySealed, ...visitSealed, ...linkSealed],
  personalData: cityPersonalData,
}
