import { z } from 'zod'
import { posts } from '../../kernel/actor.ts'
import { contract, verb } from '../../kernel/contract.ts'
import { newPassword, oneTimeCode, proofChannel, proofPurpose, threeQuestions, typedSecret, typedUserName } from './fields.ts'

const id = z.uuid()
const time = z.iso.datetime()
const done = z.object({ done: z.literal(true) })
const mandate = z.object({
  id, post: z.enum(posts), scopeId: z.string().nullable(), unitId: z.string().nullable(), scopeName: z.string(),
})

/** What is still to come before the session is full; `change_password`: no session yet, `next` leads to the change. */
export const signInStages = ['full', 'second_factor', 'second_factor_setup', 'change_password'] as const
const signedIn = z.object({ stage: z.enum(signInStages), next: z.string() })

export const accountsContract = contract({
  requestCode: verb({
    method: 'POST', path: '/api/accounts/codes', guard: 'anyone',
    input: z.object({ purpose: proofPurpose, channel: proofChannel, address: z.string({ error: 'field.required' }).max(300, { error: 'field.too_long' }) }),
    output: z.object({ id, expiresAt: time, againAfterSeconds: z.number().int() }),
    refusals: ['proof.wait', 'mail.format', 'mobile.format', 'sign_in_first'],
    summary: 'Send a code to a mailbox or phone; the answer is the same whether or not an account uses it', rows: ['S1-17', 'S1-N3'],
  }),
  proveCode: verb({
    method: 'POST', path: '/api/accounts/codes/:id/prove', guard: 'anyone',
    input: z.object({ id, code: oneTimeCode }), output: z.object({ id }), refusals: ['proof.wrong'],
    summary: 'Show that the code came back; its id is then the proof', rows: ['S1-17'],
  }),
  passwordPolicy: verb({
    method: 'GET', path: '/api/accounts/password-policy', guard: 'anyone',
    input: z.object({}), output: z.object({ minClasses: z.number().int(), maxAgeDays: z.number().int() }), refusals: [],
    summary: 'What a password must be, for the live strength', rows: ['S1-14'],
  }),
  signIn: verb({
    method: 'POST', path: '/api/accounts/sign-in', guard: 'anyone',
    input: z.object({ userName: typedUserName, password: typedSecret, back: z.string().max(500).optional() }),
    output: signedIn, refusals: ['account.wrong', 'busy'],
    summary: 'Sign in by user name and password; one answer for every cause of failure', rows: ['S1-03'],
  }),
  verifySecondFactor: verb({
    method: 'POST', path: '/api/accounts/second-factor', guard: 'half_session',
    input: z.object({ code: oneTimeCode }), output: done, refusals: ['second_factor.wrong'],
    summary: 'Second step of signing in: the code of the authenticator',
  }),
  beginSecondFactor: verb({
    method: 'POST', path: '/api/accounts/second-factor/begin', guard: 'half_session',
    input: z.object({}),
    output: z.object({ secret: z.string(), uri: z.string(), qr: z.string(), setup: z.string() }), refusals: ['second_factor_first'],
    summary: 'A new secret for an authenticator, as a QR code (data: address) and as text; nothing is kept until it is confirmed',
  }),
  confirmSecondFactor: verb({
    method: 'POST', path: '/api/accounts/second-factor/confirm', guard: 'half_session',
    input: z.object({ setup: z.string().max(2000), code: oneTimeCode, password: typedSecret.optional() }),
    output: done, refusals: ['second_factor.wrong', 'second_factor.setup_expired', 'password.wrong', 'second_factor_first'],
    summary: 'Switch the second factor on (or to another device) with its first code; a full session asks for the password',
  }),
  removeSecondFactor: verb({
    method: 'POST', path: '/api/accounts/second-factor/remove', guard: 'session',
    input: z.object({ password: typedSecret }), output: done, refusals: ['password.wrong', 'second_factor.required'],
    summary: 'Switch the second factor off; staff cannot',
  }),
  signOut: verb({
    method: 'POST', path: '/api/accounts/sign-out', guard: 'half_session', input: z.object({}), output: done, refusals: [],
    summary: '退出系统: the session ends on the server', rows: ['S1-52'],
  }),
  changePassword: verb({
    method: 'POST', path: '/api/accounts/password', guard: 'session',
    input: z.object({ password: typedSecret, newPassword, newPasswordAgain: newPassword }),
    output: done,
    refusals: ['password.wrong', 'password.again', 'password.same', 'password.weak', 'password.short', 'password.common', 'password.context', 'password.simple', 'password.long', 'password.characters', 'busy'],
    summary: '修改密码: all other sessions end, this one goes on under a new id', rows: ['S1-14', 'S1-52'],
  }),
  changeContact: verb({
    method: 'POST', path: '/api/accounts/contact', guard: 'session',
    input: z.object({ proofId: z.uuid({ error: 'proof.not_proven' }), password: typedSecret }), output: done,
    refusals: ['proof.not_proven', 'password.wrong', 'account.mail_bound', 'account.phone_bound'],
    summary: 'Another mailbox or phone, once its code was proven', rows: ['S1-17'],
  }),
  securityQuestions: verb({
    method: 'GET', path: '/api/accounts/security-questions', guard: ['unit_account'], input: z.object({}),
    output: z.object({ since: time.nullable() }), refusals: [],
    summary: 'Since when the unit account has security questions, if it has any; neither questions nor answers', rows: ['S1-13', 'S1-42'],
  }),
  changeSecurityQuestions: verb({
    method: 'POST', path: '/api/accounts/security-questions', guard: ['unit_account'],
    input: z.object({ questions: threeQuestions, password: typedSecret }), output: done,
    refusals: ['security_question.different', 'password.wrong', 'busy'],
    summary: 'Set or replace the three security questions, after the password; the mailbox is told, other sessions go on', rows: ['S1-13', 'S1-42'],
  }),
  sessions: verb({
    method: 'GET', path: '/api/accounts/sessions', guard: 'session', input: z.object({}),
    output: z.array(z.object({ id, current: z.boolean(), address: z.string().nullable(), userAgent: z.string().nullable(), signedInAt: time, seenAt: time })),
    refusals: [], summary: 'Where the account is signed in',
  }),
  endSession: verb({
    method: 'POST', path: '/api/accounts/sessions/:id/end', guard: 'session', input: z.object({ id }), output: done, refusals: [],
    summary: 'End one of my sessions',
  }),
  endOtherSessions: verb({
    method: 'POST', path: '/api/accounts/sessions/end-others', guard: 'session', input: z.object({}), output: done, refusals: [],
    summary: 'End all my sessions but this one',
  }),
  switchMandate: verb({
    method: 'POST', path: '/api/accounts/mandate', guard: 'session', input: z.object({ mandateId: id }), output: z.object({ mandate }), refusals: [],
    summary: 'Act under another of my mandates from now on',
  }),
  me: verb({
    method: 'GET', path: '/api/accounts/me', guard: 'session', input: z.object({}),
    output: z.object({
      accountId: id, userName: z.string(), displayName: z.string(), mandate: mandate.nullable(), mandates: z.array(mandate),
      unread: z.number().int(), secondFactor: z.object({ on: z.boolean(), required: z.boolean(), since: time.nullable() }),
      mail: z.string().nullable(), phone: z.string().nullable(), passwordChangedAt: time, lang: z.enum(['zh', 'en']),
    }),
    refusals: [], summary: 'Who I am, under which mandates, and how safe my account is; contacts masked', rows: ['S1-52'],
  }),
  setLanguage: verb({
    method: 'POST', path: '/api/accounts/language', guard: 'session', input: z.object({ lang: z.enum(['zh', 'en']) }), output: done, refusals: [],
    summary: 'The language of my notices',
  }),
})
