import { z } from 'zod'
import { mail } from '../../codes/mail.ts'
import { personName } from '../../codes/person-name.ts'
import { mobile } from '../../codes/phone.ts'
import { userName } from '../../codes/user-name.ts'
import { contract, verb } from '../../kernel/contract.ts'
import { field, optionalField } from '../../kernel/field.ts'
import { pageInput, pageOutput } from '../../kernel/list.ts'
import { staffPosts } from './staff.ts'

const id = z.uuid()
const time = z.iso.datetime()
const desk = ['platform_admin'] as const

export const staffPost = z.enum(staffPosts, { error: 'field.choose' })
const place = { post: staffPost, authorityId: z.uuid({ error: 'staff.choose_authority' }).nullish() }

export const staffMandate = z.object({
  post: staffPost, authorityId: id.nullable(), authority: z.string(), authorityEn: z.string(),
})

export const staffRow = z.object({
  accountId: id,
  name: z.string(),
  userName: z.string(),
  /** Masked. */
  mail: z.string(),
  state: z.enum(['active', 'disabled']),
  /** No password was set yet: the link is still to be used. */
  invited: z.boolean(),
  secondFactor: z.boolean(),
  lastSignedInAt: time.nullable(),
  mandates: z.array(staffMandate),
  yourself: z.boolean(),
  can: z.array(z.enum(['grant', 'end', 'disable', 'enable', 'resetSecondFactor', 'resendLink'])),
})

const on = { accountId: id }
const done = z.object({ accountId: id })

export const staffContract = contract({
  staff: verb({
    method: 'POST', path: '/api/platform/staff/search', guard: desk,
    input: z.object({
      ...pageInput,
      /** Part of the name, or the whole user name. */
      name: z.string().max(100).optional(),
      post: staffPost.optional(),
      authorityId: id.optional(),
      state: z.enum(['active', 'disabled']).optional(),
    }),
    output: pageOutput(staffRow), refusals: [],
    summary: 'Everybody who acts, or acted, for an authority or the platform',
  }),
  addStaff: verb({
    method: 'POST', path: '/api/platform/staff/add', guard: desk, idempotent: true,
    input: z.object({ userName: field(userName), displayName: field(personName), mail: field(mail), phone: optionalField(mobile), lang: z.enum(['zh', 'en']).default('zh'), ...place }),
    output: done, refusals: ['account.user_name_taken', 'account.mail_bound', 'account.phone_bound', 'authorities.closed', 'staff.choose_authority'],
    summary: 'A new member of staff; a one-time link to set the password goes to the mailbox', rows: ['S1-55'],
  }),
  grantMandate: verb({
    method: 'POST', path: '/api/platform/staff/:accountId/grant', guard: desk, idempotent: true,
    input: z.object({ ...on, ...place }), output: done, refusals: ['mandate.held', 'authorities.closed', 'staff.choose_authority', 'staff.yourself'],
    summary: 'Another post, from now on',
  }),
  endMandate: verb({
    method: 'POST', path: '/api/platform/staff/:accountId/end', guard: desk, idempotent: true,
    input: z.object({ ...on, ...place }), output: done, refusals: ['account.last_administrator', 'staff.yourself'],
    summary: 'A post ends, and with the next request what it allowed (I21: the last administrator stays)',
  }),
  disableStaff: verb({
    method: 'POST', path: '/api/platform/staff/:accountId/disable', guard: desk, idempotent: true,
    input: z.object(on), output: done, refusals: ['account.last_administrator', 'staff.yourself'],
    summary: 'No more sign-in; all sessions end at once',
  }),
  enableStaff: verb({
    method: 'POST', path: '/api/platform/staff/:accountId/enable', guard: desk, idempotent: true,
    input: z.object(on), output: done, refusals: ['staff.yourself'], summary: 'Sign-in is possible again',
  }),
  resetStaffSecondFactor: verb({
    method: 'POST', path: '/api/platform/staff/:accountId/reset-second-factor', guard: desk, idempotent: true,
    input: z.object(on), output: done, refusals: ['staff.yourself'],
    summary: 'The device is lost: all sessions end, the next sign-in sets up another one',
  }),
  resendLink: verb({
    method: 'POST', path: '/api/platform/staff/:accountId/resend-link', guard: desk, idempotent: true,
    input: z.object(on), output: done, refusals: ['staff.yourself', 'staff.disabled'],
    summary: 'Another one-time link to set the password; older ones are worthless',
  }),
})
