import { unseen } from '../../kernel/refusal.ts'
import { maskMail, maskMobile } from '../../codes/mask.ts'
import { deed } from '../../platform/deed.ts'
import type { Call, Handlers } from '../../platform/serve/call.ts'
import { openMail, openPhone } from './account.ts'
import { changeContact } from './change-contact.ts'
import type { accountsContract } from './contract.ts'
import { tell } from './journal.ts'
import { changePassword, policyOf } from './new-password.ts'
import { proveCode, requestCode } from './proofs.ts'
import { changeSecurityQuestions, securityQuestions } from './security-questions.ts'
import { beginSecondFactor, confirmSecondFactor, removeSecondFactor, verifySecondFactor } from './second-factor.ts'
import { idleSince, isStaff, scopeNameOf } from './sessions.ts'
import { signIn, signOut } from './sign-in.ts'
import * as accounts from './store/accounts.ts'
import { mandatesOf, type MandateRow } from './store/mandates.ts'
import * as sessions from './store/sessions.ts'

const done = { done: true } as const

const shown = (call: Pick<Call, 'tools' | 'request'>, row: MandateRow) =>
  ({ id: row.id, post: row.post, scopeId: row.scope_id, unitId: row.unit_id, scopeName: scopeNameOf(call.tools, call.request.lang, row) })

export const accountsHandlers: Handlers<typeof accountsContract> = {
  requestCode: (call) => requestCode(call, call.input),
  proveCode: (call) => proveCode(call, call.input),
  passwordPolicy: async ({ tools }) => policyOf(tools.config),
  signIn: (call) => signIn(call, call.input),
  verifySecondFactor,
  beginSecondFactor,
  confirmSecondFactor,
  removeSecondFactor,
  signOut,
  changePassword,
  changeContact,
  securityQuestions,
  changeSecurityQuestions,

  async sessions({ tools, actor }) {
    const rows = await sessions.liveSessionsOf(tools.db, actor.accountId, tools.clock.now(), idleSince(tools))
    return rows.map((row) => ({
      id: row.id, current: row.id === actor.sessionId, address: row.address, userAgent: row.user_agent,
      signedInAt: row.created_at.toISOString(), seenAt: row.seen_at.toISOString(),
    }))
  },

  endSession: (call) =>
    deed(call, async (tx) => {
      const session = await sessions.findSession(tx, call.input.id)
      if (session?.account_id !== call.actor.accountId) return unseen()
      if (await sessions.deleteSession(tx, session.id)) await tell(tx, call, session.id, 9, 'signed_out', { body: { from: call.actor.sessionId } })
      return done
    }),

  endOtherSessions: (call) =>
    deed(call, async (tx) => {
      const ended = await sessions.deleteSessionsOf(tx, call.actor.accountId, call.actor.sessionId)
      const version = await accounts.changeAccount(tx, call.actor.accountId, {})
      await tell(tx, call, call.actor.accountId, version, 'other_sessions_ended', { body: { ended } })
      return done
    }),

  switchMandate: (call) =>
    deed(call, async (tx) => {
      const mandate = (await mandatesOf(tx, call.actor.accountId)).find((m) => m.id === call.input.mandateId)
      if (!mandate) return unseen()
      await sessions.chooseMandate(tx, call.actor.sessionId, mandate.id)
      return { mandate: shown(call, mandate) }
    }),

  async me(call) {
    const { tools, actor } = call
    const account = await accounts.findAccount(tools.db, actor.accountId)
    if (!account) return unseen()
    const mandates = await mandatesOf(tools.db, actor.accountId)
    const current = mandates.find((m) => m.post === actor.mandate?.post && m.scope_id === actor.mandate.scopeId)
    const mail = openMail(tools.keyring, account.mail)
    const phone = openPhone(tools.keyring, account.phone)
    return {
      accountId: account.id, userName: account.user_name, displayName: account.display_name,
      mandate: current ? shown(call, current) : null, mandates: mandates.map((m) => shown(call, m)),
      unread: await accounts.unreadOf(tools.db, account.id),
      secondFactor: {
        on: account.totp_confirmed_at !== null, required: mandates.some((m) => isStaff(m.post)),
        since: account.totp_confirmed_at?.toISOString() ?? null,
      },
      mail: mail && maskMail(mail), phone: phone && maskMobile(phone),
      passwordChangedAt: account.password_changed_at.toISOString(), lang: account.lang === 'en' ? 'en' as const : 'zh' as const,
    }
  },

  async setLanguage({ tools, actor, input }) {
    await accounts.setLang(tools.db, actor.accountId, input.lang)
    return done
  },
}

