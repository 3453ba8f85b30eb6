import { z } from 'zod'
import { longTextCheck, textCheck } from '../../codes/text.ts'
import { contract, verb } from '../../kernel/contract.ts'
import { field, optionalField } from '../../kernel/field.ts'
import { pageInput, pageOutput } from '../../kernel/list.ts'
import { agreementStates } from './agreement.ts'
import { announcementStates } from './announcement.ts'

const id = z.uuid()
const version = z.int32().positive()
const time = z.iso.datetime()
const desk = ['platform_admin'] as const
const deedOn = { id, version }
const state = z.object({ id, version })

const announcementText = {
  title: field(textCheck({ min: 2, max: 120 })),
  titleEn: optionalField(textCheck({ max: 240 })),
  body: field(longTextCheck({ min: 1, max: 20_000 })),
  bodyEn: optionalField(longTextCheck({ max: 40_000 })),
}

const agreementText = {
  title: field(textCheck({ min: 2, max: 120 })),
  titleEn: field(textCheck({ min: 2, max: 240 })),
  body: field(longTextCheck({ min: 1, max: 60_000 })),
  bodyEn: field(longTextCheck({ min: 1, max: 120_000 })),
  changeNote: optionalField(textCheck({ max: 500 })),
}

const announcementRow = z.object({
  id, title: z.string(), titleEn: z.string(), state: z.enum(announcementStates), pinned: z.boolean(),
  publishedAt: time.nullable(), version, can: z.array(z.string()),
})
export const announcementOutput = announcementRow.extend({ body: z.string(), bodyEn: z.string() })

const agreementRow = z.object({
  id, number: z.number().int(), title: z.string(), titleEn: z.string(), changeNote: z.string(),
  state: z.enum(agreementStates), inForceAt: time.nullable(), version, can: z.array(z.string()),
})
const wholeText = z.object({ number: z.number().int(), title: z.string(), titleEn: z.string(), body: z.string(), bodyEn: z.string() })
export const agreementOutput = agreementRow.extend({ body: z.string(), bodyEn: z.string(), before: wholeText.nullable() })

export const portalContract = contract({
  announcements: verb({
    method: 'POST', path: '/api/platform/announcements/search', guard: desk,
    input: z.object({ ...pageInput, state: z.enum(announcementStates).optional() }),
    output: pageOutput(announcementRow), refusals: [],
    summary: 'Announcements in every state, the newest first',
  }),
  announcement: verb({
    method: 'GET', path: '/api/platform/announcements/:id', guard: desk,
    input: z.object({ id }), output: announcementOutput, refusals: [],
    summary: 'One announcement with its text',
  }),
  draftAnnouncement: verb({
    method: 'POST', path: '/api/platform/announcements/draft', guard: desk, idempotent: true,
    input: z.object(announcementText), output: state, refusals: [],
    summary: 'A new announcement; nobody else sees it before it is published',
  }),
  editAnnouncement: verb({
    method: 'POST', path: '/api/platform/announcements/:id/edit', guard: desk, idempotent: true,
    input: z.object({ ...deedOn, ...announcementText }), output: state, refusals: [],
    summary: 'Another text; a published announcement shows it at once',
  }),
  publishAnnouncement: verb({
    method: 'POST', path: '/api/platform/announcements/:id/publish', guard: desk, idempotent: true,
    input: z.object(deedOn), output: state, refusals: [], summary: 'Show it on the portal',
  }),
  withdrawAnnouncement: verb({
    method: 'POST', path: '/api/platform/announcements/:id/withdraw', guard: desk, idempotent: true,
    input: z.object(deedOn), output: state, refusals: [], summary: 'Take it off the portal',
  }),
  pinAnnouncement: verb({
    method: 'POST', path: '/api/platform/announcements/:id/pin', guard: desk, idempotent: true,
    input: z.object({ ...deedOn, pinned: z.boolean() }), output: state, refusals: [], summary: 'First in the list, or no longer',
  }),
  agreements: verb({
    method: 'GET', path: '/api/platform/agreements', guard: desk,
    input: z.object({}), output: z.object({ agreements: z.array(agreementRow), mayDraft: z.boolean() }), refusals: [],
    summary: 'Every version of the user agreement', rows: ['S1-16'],
  }),
  agreement: verb({
    method: 'GET', path: '/api/platform/agreements/:id', guard: desk,
    input: z.object({ id }), output: agreementOutput, refusals: [],
    summary: 'One version with its text and the one before it', rows: ['S1-16'],
  }),
  draftAgreement: verb({
    method: 'POST', path: '/api/platform/agreements/draft', guard: desk, idempotent: true,
    input: z.object({}), output: state, refusals: ['portal.draft_exists'],
    summary: 'A new version that begins as a copy of the one in force', rows: ['S1-16'],
  }),
  editAgreement: verb({
    method: 'POST', path: '/api/platform/agreements/:id/edit', guard: desk, idempotent: true,
    input: z.object({ ...deedOn, ...agreementText }), output: state, refusals: [],
    summary: 'The text of a version that is not in force yet', rows: ['S1-16'],
  }),
  putAgreementInForce: verb({
    method: 'POST', path: '/api/platform/agreements/:id/put-in-force', guard: desk, idempotent: true,
    input: z.object(deedOn), output: state, refusals: ['portal.change_note_required', 'portal.unchanged'],
    summary: 'From now on people accept this version; the one before is replaced', rows: ['S1-16'],
  }),
})
