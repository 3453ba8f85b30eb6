import type { Room } from '../../platform/room.ts'
import { forgetUnusedAcceptances } from './acceptance.ts'
import { agreementHandlers } from './agreement-server.ts'
import { announcementHandlers } from './announcement-server.ts'
import { portalContract } from './contract.ts'
import { agreementPages } from './pages/agreement.ts'
import { announcementList, announcementPage } from './pages/announcements.ts'
import { oldBrowserPage, supportPage } from './pages/help.ts'
import { landing } from './pages/landing.ts'
import { notFoundPage } from './pages/not-found.ts'
import { endedPage, registerPage } from './pages/register.ts'
import { portalPersonalData } from './personal-data.ts'
import { en } from './words.en.ts'
import { zh } from './words.zh.ts'

export const portal: Room = {
  name: 'portal',
  contract: portalContract,
  handlers: { ...announcementHandlers, ...agreementHandlers },
  pages: [
    landing, announcementList, announcementPage, registerPage, endedPage, ...agreementPages, supportPage, oldBrowserPage, notFoundPage,
  ],
  words: { zh, en },
  constraints: {
    one_agreement_in_force: { code: 'overtaken', status: 409 },
    agreement_number_key: { code: 'portal.draft_exists', status: 409 },
  },
  jobs: [{ name: 'portal.forget_unused_acceptances', everySeconds: 86_400, run: (tools) => forgetUnusedAcceptances(tools.db) }],
  personalData: portalPersonalData,
}
