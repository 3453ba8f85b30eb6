import { ask } from '../../../web/client.ts'
import type { WebRoom } from '../../../web/room.ts'
import { accountsContract } from '../contract.ts'
import { MandateSwitch } from './mandate-switch.tsx'
import './accounts.css'

export const accountsWeb: WebRoom = {
  name: 'accounts',
  routes: [
    { path: '/account', title: 'accounts.title', lazy: () => import('./safety-page.tsx') },
    { path: '/account/password', title: 'password.change', parent: '/account', lazy: () => import('./password-page.tsx') },
    { path: '/account/questions', title: 'security_question.title', parent: '/account', lazy: () => import('./questions-page.tsx') },
  ],
  menu: () => [{ path: '/account', label: 'accounts.title', group: 'accounts.menu.group', order: 900 }],
  header: {
    passwordPath: '/account/password',
    // Nothing to say if it fails: the portal, where the shell goes next, shows whether one is still signed in.
    signOut: async () => void (await ask(accountsContract.signOut, {})),
    // The page has changed its language whether or not this is heard.
    keepLanguage: async (lang) => void (await ask(accountsContract.setLanguage, { lang })),
    MandateSwitch,
  },
}
