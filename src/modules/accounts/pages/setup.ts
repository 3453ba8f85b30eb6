import { z } from 'zod'
import { mail } from '../../../codes/mail.ts'
import { personName } from '../../../codes/person-name.ts'
import { field } from '../../../kernel/field.ts'
import { Refusal, isRefusal } from '../../../kernel/refusal.ts'
import { errorSummary, formElement, formState, submit, textField } from '../../../platform/page/form.ts'
import { html } from '../../../platform/page/html.ts'
import { publicLayout } from '../../../platform/page/layout.ts'
import type { Page, PageAnswer, PageCall } from '../../../platform/page/page.ts'
import { notice } from '../../../platform/page/parts.ts'
import { refusalOf } from '../../../platform/serve/problem.ts'
import { newUserName } from '../fields.ts'
import { needsSetup, setUp } from '../setup.ts'
import { newPasswordFields, typedTwice } from './password.ts'

const typed = z.object({
  token: z.string({ error: 'field.required' }).trim().min(1, { error: 'field.required' }).max(100, { error: 'setup.token.wrong' }),
  userName: newUserName, displayName: field(personName), mail: field(mail),
})

function page(call: PageCall, refusal: Refusal | null): PageAnswer {
  const { t } = call
  const form = formState(call, refusal)
  const body = html`<h1>${t('setup.title')}</h1>
<p class="lead">${t('setup.lead')}</p>
<div class="card">${formElement('/setup', html`${errorSummary(form)}
${textField(form, { name: 'token', label: t('setup.token'), hint: t('setup.token.hint'), autocomplete: 'off', ...(call.query.token && { value: call.query.token }) })}
${textField(form, { name: 'userName', label: t('sign_in.user_name'), autocomplete: 'username' })}
${textField(form, { name: 'displayName', label: t('setup.name'), autocomplete: 'name' })}
${textField(form, { name: 'mail', label: t('setup.mail'), type: 'email', inputmode: 'email', autocomplete: 'email' })}
${newPasswordFields(call, form)}
<div class="deeds">${submit(t('setup.submit'))}</div>`)}</div>`
  return { html: publicLayout(call, { title: t('setup.title'), body }), status: refusal?.status ?? 200 }
}

function donePage(call: PageCall): PageAnswer {
  const { t } = call
  const body = html`<h1>${t('setup.title')}</h1>${notice(t('setup.done'))}<p class="deeds"><a href="/sign-in">${t('forgotten.back')}</a></p>`
  return { html: publicLayout(call, { title: t('setup.title'), body }), status: 404 }
}

/** Everything that is wrong at once, so that nobody corrects one field after the other. */
function inputOf(call: PageCall): z.output<typeof typed> | Refusal {
  const parsed = typed.safeParse(call.form)
  const password = typedTwice(call)
  if (parsed.success && !password) return parsed.data
  const fields = { ...(parsed.success ? {} : refusalOf(parsed.error).fields), ...password?.fields }
  return new Refusal('input.invalid', { fields })
}

export const setupPages: readonly Page[] = [
  { method: 'GET', path: '/setup', guard: 'anyone', render: async (call) => ((await needsSetup(call.tools)) ? page(call, null) : donePage(call)) },
  {
    method: 'POST', path: '/setup', guard: 'anyone',
    async render(call) {
      if (!(await needsSetup(call.tools))) return donePage(call)
      const input = inputOf(call)
      if (isRefusal(input)) return page(call, input)
      const made = await setUp(call, { ...input, password: call.form.password ?? '' })
      if (!isRefusal(made)) return { redirect: '/sign-in/second-factor/setup' }
      return made.code === 'setup.done' ? donePage(call) : page(call, made)
    },
  },
]
