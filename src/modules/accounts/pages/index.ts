import { html } from '../../../platform/page/html.ts'
import { publicLayout } from '../../../platform/page/layout.ts'
import type { Page } from '../../../platform/page/page.ts'
import { submit } from '../../../platform/page/form.ts'
import { signOut } from '../sign-in.ts'
import { forgottenPages } from './forgotten.ts'
import { passwordPages } from './password.ts'
import { questionPages } from './questions.ts'
import { secondFactorPages } from './second-factor.ts'
import { setupPages } from './setup.ts'
import { signInPages } from './sign-in.ts'

const signOutPages: readonly Page[] = [
  {
    // A link to here asks first: a GET ends nothing.
    method: 'GET', path: '/sign-out', guard: 'anyone',
    render: async (call) => (call.actor || call.request.sessionToken
      ? { html: publicLayout(call, { title: call.t('sign_out.title'), body: html`<h1>${call.t('sign_out.title')}</h1><p>${
        call.t('sign_out.ask')}</p><form method="post" action="/sign-out" class="deeds">${submit(call.t('sign_out.submit'))}</form>` }) }
      : { redirect: '/' }),
  },
  {
    method: 'POST', path: '/sign-out', guard: 'anyone',
    async render(call) {
      await signOut(call)
      // S2-01: whoever shares a computer may sign out at the city's provider as well.
      return { redirect: call.site.identity?.signsOut ? '/city/sign-out' : '/' }
    },
  },
]

/** Server-rendered pages of accounts: every one works without a script. */
export const accountsPages: readonly Page[] = [...signInPages, ...signOutPages, ...secondFactorPages, ...passwordPages, ...forgottenPages, ...questionPages, ...setupPages]
