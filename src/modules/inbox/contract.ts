import { z } from 'zod'
import { contract, verb } from '../../kernel/contract.ts'
import { pageInput, pageOutput } from '../../kernel/list.ts'

const id = z.uuid()
const time = z.iso.datetime()
const unread = z.object({ unread: z.number().int() })
const { after, before, page } = pageInput

export const inboxRow = z.object({
  id,
  title: z.string(),
  body: z.string(),
  /** Path of a page of ours, where the matter itself is. */
  link: z.string().nullable(),
  createdAt: time,
  readAt: time.nullable(),
})

export const inboxContract = contract({
  list: verb({
    method: 'GET', path: '/api/inbox', guard: 'session',
    input: z.object({ after, before, page, show: z.enum(['all', 'unread']).default('all') }),
    output: pageOutput(inboxRow).extend({ unread: z.number().int() }), refusals: [],
    summary: 'Notices to the signed-in account, newest first', rows: ['S1-17', 'S1-56'],
  }),
  unread: verb({
    method: 'GET', path: '/api/inbox/unread', guard: 'session', input: z.object({}), output: unread, refusals: [],
    summary: 'How many notices wait to be read, for the bell', rows: ['S1-56'],
  }),
  read: verb({
    method: 'POST', path: '/api/inbox/read', guard: 'session',
    input: z.object({ ids: z.array(id).min(1).max(100) }), output: unread, refusals: [],
    summary: 'Mark notices as read', rows: ['S1-56'],
  }),
  readAll: verb({
    method: 'POST', path: '/api/inbox/read-all', guard: 'session',
    // The newest one that was shown: what arrived meanwhile stays unread.
    input: z.object({ upTo: id }), output: unread, refusals: [],
    summary: 'Mark everything up to one notice as read', rows: ['S1-56'],
  }),
})
