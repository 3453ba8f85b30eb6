import type { Actor } from '../../kernel/actor.ts'
import { helperForCode, type Helper } from '../../kernel/recourse.ts'
import { unseen, type Refusal } from '../../kernel/refusal.ts'
import { maskMail, maskMobile, maskName } from '../../codes/mask.ts'
import type { AskableDeed } from '../../platform/room.ts'
import type { Call, Handlers } from '../../platform/serve/call.ts'
import { contactOf } from '../accounts/index.ts'
import { siteOf } from '../settings/index.ts'
import type { helpContract } from './contract.ts'
import { reachedBy } from './desk.ts'
import { nameOfDesk } from './store.ts'

type Verbs = Handlers<typeof helpContract>
type Asking = Pick<Call<unknown, Actor>, 'actor' | 'request' | 'tools'>

/** Support is public; of the unit's keeper one sees what the waiting page shows; officers are reached by a question alone. */
async function contactAt({ tools, request }: Asking, helper: Helper, accountId: string | undefined): Promise<string> {
  if (helper === 'support') {
    const { supportPhone, supportMail } = await siteOf(tools.db, tools.config)
    return [supportPhone, supportMail].filter(Boolean).join(' ')
  }
  const keeper = helper === 'unit' && accountId ? await contactOf(tools.db, tools.keyring, accountId) : null
  if (!keeper) return ''
  const parts = [maskName(keeper.name), keeper.phone && maskMobile(keeper.phone), keeper.mail && maskMail(keeper.mail)].filter((part) => part !== null && part !== '')
  return parts.join(request.lang === 'zh' ? '，' : ', ')
}

/** Who can change what is refused with this code. */
async function recourseOf(call: Asking, code: string) {
  const { tools, actor, request } = call
  const helper = helperForCode(code, actor.mandate?.post ?? null, tools.helpers)
  if (!helper) return { helper, whom: null, canAsk: false }
  const reached = await reachedBy(tools.db, tools, actor, helper)
  const name = (reached && (await nameOfDesk(tools.db, reached.desk, request.lang))) ?? tools.translate[request.lang](`help.helper.${helper}`)
  return { helper, whom: { name, contact: await contactAt(call, helper, reached?.accounts[0]?.accountId) }, canAsk: reached !== null }
}

export const whom: Verbs['whom'] = (call) => recourseOf(call, call.input.refusal)

/** In the post one acts in; to the others it is not named. */
const isAskable = (deed: AskableDeed | undefined, { actor }: Asking): deed is AskableDeed =>
  deed !== undefined && actor.mandate !== null && deed.posts.includes(actor.mandate.post)

const answered = ({ tools, request }: Asking, deed: string, refusal: Refusal | null) => ({
  deed, open: refusal === null, code: refusal?.code ?? null, params: refusal?.params ?? {},
  sentence: refusal && tools.translate[request.lang](refusal.code, refusal.params),
})

/** What depends on a record is asked at that record: to go through all of them would be a list of its own. */
export const deeds: Verbs['deeds'] = async (call) => {
  const asked = Object.entries(call.tools.deeds).filter(([, deed]) => isAskable(deed, call))
  return {
    deeds: await Promise.all(asked.map(async ([name, deed]) => {
      const at = { path: deed.path ?? null, of: deed.of ?? null }
      return deed.of ? { ...answered(call, name, null), open: null, ...at } : { ...answered(call, name, await deed.ask(call, null)), ...at }
    })),
  }
}

export const why: Verbs['why'] = async (call) => {
  const { deed: name, subject } = call.input
  const deed = call.tools.deeds[name]
  if (!isAskable(deed, call)) return unseen()
  if (deed.of && !subject) return { ...answered(call, name, null), open: null, helper: null, whom: null, canAsk: false }
  const refusal = await deed.ask(call, subject ?? null)
  // A record that one may not see is not there: nothing is told of it.
  if (refusal?.status === 404) return refusal
  return { ...answered(call, name, refusal), ...(refusal ? await recourseOf(call, refusal.code) : { helper: null, whom: null, canAsk: false }) }
}
