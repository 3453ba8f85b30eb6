import { html, type Html } from '../../../platform/page/html.ts'
import type { Page, PageCall } from '../../../platform/page/page.ts'
import { notice, steps, tag } from '../../../platform/page/parts.ts'
import { settingOf } from '../../settings/index.ts'
import { answer } from './frame.ts'

/** Where one is on the way through a registration; the wizard goes on from the third step. */
export const registrationSteps = (call: PageCall, current: number): Html =>
  steps(call, [call.t('portal.choose'), call.t('portal.agreement'), call.t('portal.fill_in'), call.t('portal.done')], current)

export const registrationIsOpen = ({ tools }: PageCall): Promise<boolean> => settingOf(tools.db, tools.config, 'registration.open')

/** S1-22: 选择用户类型. */
export const registerPage: Page = {
  method: 'GET', path: '/register', guard: 'anyone',
  async render(call) {
    const { t } = call
    const open = await registrationIsOpen(call)
    return answer(call, {
      title: t('portal.choose'),
      width: 'form',
      body: html`${registrationSteps(call, 0)}<h1>${t('portal.choose')}</h1>
<p class="lead">${t('portal.flow.order')}</p>
<div class="stack">${!open && notice(t('portal.registration_closed'), 'warn')}
<div class="grid two">
${open
  ? html`<a class="card" href="/register/unit/agreement"><h2>${t('portal.unit')}</h2><p>${t('portal.unit.text')}</p><p><span class="button">${t('portal.unit.begin')}</span></p></a>`
  : html`<div class="card"><h2>${t('portal.unit')}</h2><p>${t('portal.unit.text')}</p></div>`}
<div class="card"><h2>${t('portal.filler')} ${tag(t('portal.filler.later'), 'still')}</h2><p class="lead">${t('portal.filler.text')}</p></div>
</div>
<p>${t('portal.have_account')} <a href="/sign-in">${t('portal.sign_in')}</a></p></div>`,
    })
  },
}

/** S1-23: 不同意 ends the registration, and says so. */
export const endedPage: Page = {
  method: 'GET', path: '/register/ended', guard: 'anyone',
  async render(call) {
    const { t } = call
    return answer(call, {
      title: t('portal.ended'),
      body: html`<h1>${t('portal.ended')}</h1><p>${t('portal.ended.text')}</p>
<p class="deeds"><a class="button" href="/register/unit/agreement">${t('portal.ended.again')}</a><a class="button quiet" href="/">${t('portal.back_home')}</a></p>`,
    })
  },
}
