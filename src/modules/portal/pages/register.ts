import { html, type Html } from '../../../platform/page/html.ts'
import type { Page, PageCall } from '../../../platform/page/page.ts'
import { notice, steps } from '../../../platform/page/parts.ts'
import { settingOf, type SettingKey } from '../../settings/index.ts'
import { answer } from './frame.ts'

/** S1-22: who registers, and where the form that the agreement leads to stands. */
export const userKinds = {
  unit: { agreement: '/register/unit/agreement', form: '/app/registration/begin' },
  person: { agreement: '/register/person/agreement', form: '/app/registration/person' },
} as const
export type UserKind = keyof typeof userKinds

/** Where one is on the way through a registration; the form goes on from the third step. Who has not chosen yet is shown the way of a unit. */
export const registrationSteps = (call: PageCall, current: number, kind: UserKind = 'unit'): Html =>
  steps(call, [call.t('portal.choose'), call.t('portal.agreement'), call.t('portal.fill_in'), call.t(`portal.done.${kind}`)], current)

const settingOfKind = { unit: 'registration.open', person: 'registration.people_open' } as const satisfies Record<UserKind, SettingKey>
export const registrationIsOpen = ({ tools }: PageCall, kind: UserKind): Promise<boolean> => settingOf(tools.db, tools.config, settingOfKind[kind])

/** S1-22: 选择用户类型. */
export const registerPage: Page = {
  method: 'GET', path: '/register', guard: 'anyone',
  async render(call) {
    const { t } = call
    const open = { unit: await registrationIsOpen(call, 'unit'), person: await registrationIsOpen(call, 'person') }
    return answer(call, {
      title: t('portal.choose'),
      width: 'form',
      body: html`${registrationSteps(call, 0)}<h1>${t('portal.choose')}</h1>
<p class="lead">${t('portal.flow.order')}</p>
<div class="stack">
<div class="grid two">${kindCard(call, 'unit', open.unit)}${kindCard(call, 'person', open.person)}</div>
<p>${t('portal.have_account')} <a href="/sign-in">${t('portal.sign_in')}</a></p></div>`,
    })
  },
}

/** The way in for one kind of user; while it is closed, text that says so. */
function kindCard({ t }: PageCall, kind: UserKind, open: boolean): Html {
  const about = html`<h2>${t(`portal.${kind}`)}</h2><p>${t(`portal.${kind}.text`)}</p>`
  return open
    ? html`<a class="card" href="${userKinds[kind].agreement}">${about}<p><span class="button">${t(`portal.${kind}.begin`)}</span></p></a>`
    : html`<div class="card">${about}${notice(t(`portal.registration_closed.${kind}`), 'warn')}</div>`
}

/** S1-23: 不同意 ends the registration, and says so. */
export const endedPage: Page = {
  method: 'GET', path: '/register/ended', guard: 'anyone',
  async render(call) {
    const { t, query } = call
    const kind: UserKind = query.kind === 'person' ? 'person' : 'unit'
    return answer(call, {
      title: t('portal.ended'),
      body: html`<h1>${t('portal.ended')}</h1><p>${t('portal.ended.text')}</p>
<p class="deeds"><a class="button" href="${userKinds[kind].agreement}">${t('portal.ended.again')}</a><a class="button quiet" href="/">${t('portal.back_home')}</a></p>`,
    })
  },
}
