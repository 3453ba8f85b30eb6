import type { Actor } from '../../kernel/actor.ts'
import { helperForCode, type Helper } from '../../kernel/recourse.ts'
import { maskMail, maskMobile, maskName } from '../../codes/mask.ts'
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
