import { holds } from '../../../kernel/actor.ts'
import { isRefusal, type Refusal } from '../../../kernel/refusal.ts'
import { formElement, hiddenField, submit } from '../../../platform/page/form.ts'
import { html, type Html } from '../../../platform/page/html.ts'
import { publicLayout, siteNav } from '../../../platform/page/layout.ts'
import type { Page, PageAnswer, PageCall } from '../../../platform/page/page.ts'
import { notice } from '../../../platform/page/parts.ts'
import { signOut } from '../../accounts/index.ts'
import { accessTo } from '../access.ts'
import { entrantOf } from '../facts-store.ts'
import { askFor } from '../person-server.ts'
import { sessionOfPerson } from '../provider/guest-store.ts'
import { subsystemWithCode, type Subsystem } from '../subsystem-store.ts'
import { pendingEntry, noteReauthenticated, type PendingEntry } from './pending.ts'
import { refusedBody } from './refused.ts'

const page = (call: PageCall, title: string, body: Html, status = 200): PageAnswer =>
  ({ html: publicLayout(call, { title, body, nav: siteNav(call) }), status })

const listLink = ({ t }: PageCall): Html => html`<p class="deeds"><a class="button" href="/app/">${t('subsystems.enter.list')}</a></p>`

/** A name in the reader's language. */
const nameFor = ({ lang }: Pick<PageCall, 'lang'>, s: Pick<Subsystem, 'name' | 'nameEn'>): string => (lang === 'en' && s.nameEn ? s.nameEn : s.name)

function expired(call: PageCall): PageAnswer {
  const title = call.t('subsystems.enter.expired')
  return page(call, title, html`<h1>${title}</h1><p>${call.t('subsystems.enter.expired.text')}</p>${listLink(call)}`, 410)
}

/** Somebody is signed in who is no person: units and staff have no business in a subsystem. */
function notPerson(call: PageCall, name: string): PageAnswer {
  const { t } = call
  const title = t('subsystems.enter.title', { name })
  return page(call, title, html`<h1>${title}</h1>${notice(html`<p>${t('subsystems.enter.not_person', { name })}</p>`, 'warn')}
${again(call, t('subsystems.enter.other'))}`, 403)
}

function notAgain(call: PageCall, name: string, { code, params, status }: Refusal): PageAnswer {
  const title = call.t('subsystems.enter.refused', { name })
  return page(call, title, html`<h1>${title}</h1>${notice(html`<p>${call.t(code, params)}</p>`, 'warn')}${listLink(call)}`, status)
}

const again = (call: PageCall, label: string): Html =>
  formElement(call.path, html`${hiddenField('deed', 'again')}<div class="deeds">${submit(label)} <a class="button quiet" href="/app/">${call.t('subsystems.enter.list')}</a></div>`)

/** The subsystem wants to be sure who sits there: the password once more. */
function onceMore(call: PageCall, name: string): PageAnswer {
  const { t } = call
  const title = t('subsystems.enter.title', { name })
  return page(call, title, html`<h1>${title}</h1><p>${t('subsystems.enter.again', { name })}</p>${again(call, t('subsystems.enter.again.submit'))}`)
}

/**
 * A page of its own, that goes on by itself: a browser which is still following the form of the sign-in would be kept
 * from another origin by our `form-action`.
 */
function goOn(call: PageCall, name: string, to: string): PageAnswer {
  const { t } = call
  const title = t('subsystems.enter.going', { name })
  return page(call, title, html`<meta http-equiv="refresh" content="${`0; url=${to}`}"><h1>${title}</h1>
<p>${t('subsystems.enter.going.text')}</p><p class="deeds"><a class="button" href="${to}">${t('subsystems.enter.go')}</a></p>`)
}

async function enter(call: PageCall, pending: PendingEntry, s: Subsystem): Promise<PageAnswer> {
  const { tools, actor } = call
  const name = nameFor(call, s)
  if (!actor) return { redirect: `/sign-in?back=${encodeURIComponent(call.path)}` }
  const entrant = holds(actor, 'person') ? await entrantOf(tools.db, actor.accountId, s.code) : null
  if (!entrant) return notPerson(call, name)
  const access = accessTo(entrant.facts)
  if (!access.may) return page(call, call.t('subsystems.enter.refused', { name }), await refusedBody(call, entrant, access, name), 403)
  if (pending.wantsPassword) {
    const session = await sessionOfPerson(tools.db, actor.accountId, actor.sessionId)
    if (!session || session.signedInAt <= pending.begunAt) return onceMore(call, name)
    await noteReauthenticated(tools, pending.uid, session.sessionId)
  }
  return goOn(call, name, pending.returnTo)
}

async function found(call: PageCall): Promise<{ pending: PendingEntry; subsystem: Subsystem } | null> {
  const pending = await pendingEntry(call.tools, call.params.uid ?? '')
  const subsystem = pending && (await subsystemWithCode(call.tools.db, pending.code))
  return subsystem ? { pending, subsystem } : null
}

/** On the way into a subsystem: who is not signed in signs in, who may not enter reads why, whoever may goes on. */
export const interactionPages: readonly Page[] = [
  {
    method: 'GET', path: '/oidc/interaction/:uid', guard: 'anyone',
    async render(call) {
      const there = await found(call)
      return there ? enter(call, there.pending, there.subsystem) : expired(call)
    },
  },
  {
    method: 'POST', path: '/oidc/interaction/:uid', guard: 'session',
    async render(call) {
      const there = await found(call)
      if (!there) return expired(call)
      if (call.form.deed === 'again') {
        await signOut(call)
        return { redirect: `/sign-in?back=${encodeURIComponent(call.path)}` }
      }
      const { actor } = call
      if (!actor || !holds(actor, 'person')) return notPerson(call, nameFor(call, there.subsystem))
      const asked = await askFor({ ...call, actor }, { id: there.subsystem.id, note: (call.form.note ?? '').trim().slice(0, 200) })
      if (isRefusal(asked) && asked.status === 404) return expired(call)
      if (isRefusal(asked) && asked.code === 'subsystems.asked_too_often') return notAgain(call, nameFor(call, there.subsystem), asked)
      // Asked already, or opened meanwhile: the page itself says how it stands now.
      return { redirect: call.path }
    },
  },
]
