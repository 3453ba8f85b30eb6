import { maskMail, maskMobile } from '../../../codes/mask.ts'
import { formElement, formState, hiddenField, submit, textField } from '../../../platform/page/form.ts'
import { html, type Html, type Piece } from '../../../platform/page/html.ts'
import type { PageCall } from '../../../platform/page/page.ts'
import { facts, notice } from '../../../platform/page/parts.ts'
import { accountsOfUnit } from '../../accounts/index.ts'
import { authorityOf } from '../../authorities/index.ts'
import { unitOf } from '../../units/index.ts'
import { mayAsk, type Access } from '../access.ts'
import type { Entrant } from '../facts-store.ts'
import { lastRequests } from '../request-store.ts'

type Row = readonly [label: string, value: Piece]

/** Who can change it, with a way to reach him: the unit's contact masked, since asking goes through the platform. */
async function whoHelps(call: PageCall, entrant: Entrant, helper: (Access & { may: false })['helper']): Promise<Row[]> {
  const { t, tools, site, lang } = call
  if (helper === 'unit' && entrant.unit) {
    const [keeper] = await accountsOfUnit(tools.db, tools.keyring, entrant.unit.id)
    const reach = [keeper?.phone && maskMobile(keeper.phone), keeper?.mail && maskMail(keeper.mail)].filter(Boolean).join(' ')
    return [[t('subsystems.refused.who'), t('subsystems.refused.unit', { unit: entrant.unit.name })], ...(reach ? [[t('subsystems.refused.reach'), reach] as const] : [])]
  }
  if (helper === 'authority' && entrant.unit) {
    const unit = await unitOf(tools.db, entrant.unit.id)
    const authority = unit && (await authorityOf(tools.db, unit.authorityId))
    const name = (lang === 'en' && authority?.nameEn) || authority?.name
    return [[t('subsystems.refused.who'), name ?? t('subsystems.refused.authority')], ...(authority?.contactPhone ? [[t('subsystems.refused.reach'), authority.contactPhone] as const] : [])]
  }
  if (helper === 'self') return [[t('subsystems.refused.who'), html`${t('subsystems.refused.self')}`]]
  const reach = [site.supportPhone, site.supportMail].filter(Boolean).join(' ')
  return [[t('subsystems.refused.who'), t('subsystems.refused.platform')], ...(reach ? [[t('subsystems.refused.reach'), reach] as const] : [])]
}

/** Which rule says no, who can change it, and a way to ask that one: 【向单位管理员申请】. */
export async function refusedBody(call: PageCall, entrant: Entrant, access: Access & { may: false }, name: string): Promise<Html> {
  const { t, tools } = call
  const asked = (await lastRequests(tools.db, entrant.personId)).get(entrant.subsystem.id)
  const isAsked = asked?.state === 'open'
  return html`<h1>${t('subsystems.enter.refused', { name })}</h1>
<div class="stack">${notice(html`<p>${t(access.code)}</p>`, 'warn')}
${facts(await whoHelps(call, entrant, access.helper))}
${asked?.state === 'declined' && asked.answer !== '' && notice(html`<p>${t('subsystems.refused.declined', { answer: asked.answer })}</p>`)}
${isAsked && notice(html`<p>${t('subsystems.refused.asked')}</p>`, 'good')}
${!isAsked && mayAsk(entrant.facts) && formElement(call.path, html`${hiddenField('deed', 'ask')}
${textField(formState(call), { name: 'note', label: t('subsystems.refused.note'), optional: true, maxlength: 200 })}
<div class="deeds">${submit(t('subsystems.refused.ask'))}</div>`)}
<p class="deeds"><a class="button quiet" href="/app/">${t('subsystems.enter.list')}</a></p></div>`
}
