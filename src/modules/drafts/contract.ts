import { z } from 'zod'
import { personalPosts } from '../../kernel/actor.ts'
import { contract, verb } from '../../kernel/contract.ts'
import type { CallDocument } from '../calls/document.ts'
import { factNames } from '../calls/form/definition.ts'
import { frozenCodes, lockedCodes } from './draft.ts'
import { closedReason, fieldId, fileOutput, id, invited, locks, memberOutput, part, savedOutput, time } from './fields.ts'

const at = { id }
const member = { id, memberId: id }
const closedCodes = [...lockedCodes, ...frozenCodes] as const

/** As it was published; it was judged then. */
const documentOutput = z.custom<CallDocument>((value) => typeof value === 'object' && value !== null)

/** An invitation as the invited finds it: no more than he needs to know whose it is. */
const invitation = z.object({
  id, draftId: id, callTitle: z.object({ zh: z.string(), en: z.string() }), title: z.string(), leader: z.string(), unit: z.string(),
  task: z.string(), months: z.number().nullable(), state: z.enum(['invited', 'confirmed', 'declined']),
  invitedAt: time, answeredAt: time.nullable(),
  /** Until when the leader can hand in (E53), and it can be answered; null where he cannot any more. */
  until: time.nullable(),
  /** Whether it may be answered, or left, now: not once the application is under way, nor answered once it can be handed in no more. */
  isOpen: z.boolean(),
  /** E58: what the call says of members, and how many places of his are taken already, this one not counted. */
  limits: z.array(z.object({ sentence: z.object({ zh: z.string(), en: z.string() }), most: z.int(), taken: z.int() })),
})

/** N22: a project that counts for whoever asks; nobody else learns which. */
const counted = z.object({ id, family: z.string(), role: z.enum(['leader', 'member']), title: z.string(), number: z.string(), leader: z.string(), callTitle: z.object({ zh: z.string(), en: z.string() }) })

export const draftsContract = contract({
  open: verb({
    method: 'GET', path: '/api/drafts/:id', guard: personalPosts,
    input: z.object(at),
    output: z.object({
      id, now: time, begunAt: time, savedAt: time, version: z.int(),
      call: z.object({ id, code: z.string(), version: z.int(), document: documentOutput }),
      /** By field; what is not there is empty, with version 0. */
      values: z.record(z.string(), z.object({ value: z.unknown(), version: z.int(), changedAt: time })),
      facts: z.partialRecord(z.enum(factNames), z.string()),
      members: z.array(memberOutput),
      files: z.array(fileOutput),
      lock: z.enum(locks), marks: z.array(z.string()),
      /** E10, E11: visible, and not to be changed. */
      frozen: closedReason.nullable(),
      /** Of the leader now; null where the call has none in force. */
      window: z.object({ opensAt: time, closesAt: time, isOpen: z.boolean() }).nullable(),
      /** End of the correction window that a return opened (E53). */
      correctUntil: time.nullable(),
      leader: z.object({ name: z.string() }),
    }),
    refusals: [], summary: 'Everything that draws the form: the call in force, values with their versions, facts, members, files, lock', rows: ['S2-78'],
  }),
  save: verb({
    method: 'POST', path: '/api/drafts/:id/fields', guard: personalPosts, mostKeys: 40_000,
    input: z.object({ ...at, fields: z.array(z.object({ field: fieldId, base: z.int().min(0).max(2_147_483_646), value: z.unknown() })).min(1).max(40).refine((all) => new Set(all.map(({ field }) => field)).size === all.length) }),
    output: savedOutput, refusals: closedCodes,
    summary: 'Keeps changed fields, each compared by the version it was changed from; sent again it does no harm',
  }),
  invite: verb({
    method: 'POST', path: '/api/drafts/:id/members', guard: personalPosts, idempotent: true,
    input: z.object({ ...at, ...invited, ...part }), output: z.object({ members: z.array(memberOutput), version: z.int() }),
    refusals: ['drafts.member.yourself', 'drafts.member.again', 'drafts.member.most', 'drafts.member.not_asked', 'drafts.member.too_many', ...closedCodes],
    summary: 'Invites a member by name and mobile; the answer is the same whoever has that number', rows: ['E58', 'E59'],
  }),
  changeMember: verb({
    method: 'POST', path: '/api/drafts/:id/members/:memberId', guard: personalPosts,
    input: z.object({ ...member, ...part }), output: z.object({ members: z.array(memberOutput), version: z.int() }),
    refusals: closedCodes, summary: 'Changes what a member does and for how many months',
  }),
  removeMember: verb({
    method: 'POST', path: '/api/drafts/:id/members/:memberId/remove', guard: personalPosts,
    input: z.object(member), output: z.object({ members: z.array(memberOutput), version: z.int() }),
    refusals: closedCodes, summary: 'Withdraws an invitation, or takes a member off the list',
  }),
  orderMembers: verb({
    method: 'POST', path: '/api/drafts/:id/member-order', guard: personalPosts,
    input: z.object({ ...at, memberIds: z.array(id).max(50) }), output: z.object({ members: z.array(memberOutput), version: z.int() }),
    refusals: closedCodes, summary: 'The order of the members',
  }),
  myInvitations: verb({
    method: 'GET', path: '/api/drafts/invitations/mine', guard: personalPosts,
    input: z.object({}), output: z.object({ now: time, invitations: z.array(invitation), counted: z.array(counted) }),
    refusals: [], summary: 'Invitations to whoever has the verified number and the same name, and what he answered', rows: ['E59'],
  }),
  answer: verb({
    method: 'POST', path: '/api/drafts/invitations/:memberId', guard: personalPosts, idempotent: true,
    input: z.object({ memberId: id, answer: z.enum(['confirm', 'decline', 'leave']) }), output: z.object({ state: z.enum(['confirmed', 'declined']) }),
    refusals: ['drafts.invitation.under_way', 'drafts.invitation.answered', 'drafts.member.again'],
    summary: 'The invited confirms in his own account, declines, or leaves again before submission', rows: ['E59'],
  }),
  attach: verb({
    method: 'POST', path: '/api/drafts/:id/files/:field', guard: personalPosts, upload: { maxBytes: 52_428_800 },
    input: z.object({ ...at, field: fieldId }), output: z.object({ file: fileOutput, version: z.int() }),
    refusals: ['drafts.file.most', 'drafts.file.space', 'drafts.field_unknown', ...closedCodes],
    summary: 'One file of a field for attachments, or a picture of a text: checked before anybody sees it', rows: ['E61'],
  }),
  removeFile: verb({
    method: 'POST', path: '/api/drafts/:id/files/:fileId/remove', guard: personalPosts,
    input: z.object({ ...at, fileId: id }), output: z.object({ files: z.array(fileOutput), version: z.int() }),
    refusals: closedCodes, summary: 'Takes a file out; submitted versions keep theirs',
  }),
  file: verb({
    method: 'GET', path: '/api/drafts/:id/files/:fileId', guard: personalPosts,
    input: z.object({ ...at, fileId: id, as: z.enum(['original', 'preview']).default('original') }), output: z.void(), download: true,
    refusals: [], summary: 'A file of the own draft, once it is clean: as it came, or a picture drawn anew (D24)',
  }),
  sources: verb({
    method: 'GET', path: '/api/drafts/:id/sources', guard: personalPosts,
    input: z.object(at),
    output: z.object({ sources: z.array(z.object({ id, callTitle: z.object({ zh: z.string(), en: z.string() }), title: z.string(), begunAt: time })) }),
    refusals: [], summary: 'Other applications of one\'s own from which answers can be taken over (N18)',
  }),
  copyFrom: verb({
    method: 'POST', path: '/api/drafts/:id/copy', guard: personalPosts, idempotent: true,
    input: z.object({ ...at, from: id }), output: z.object({ copied: z.array(z.object({ field: z.string(), version: z.int() })), skipped: z.int() }),
    refusals: closedCodes, summary: 'Takes answers of the same questions over from another application, into fields that are still empty (N18)',
  }),
})
