import { newId } from '../../kernel/ids.ts'
import { isRefusal, overtaken, unseen } from '../../kernel/refusal.ts'
import { deed } from '../../platform/deed.ts'
import { record } from '../../platform/journal.ts'
import type { Call, Handlers } from '../../platform/serve/call.ts'
import { announcementProcedure, type AnnouncementVerb } from './announcement.ts'
import {
  addAnnouncement, announcementById, announcementForUpdate, announcementsAtDesk, changeAnnouncement, type Announcement,
} from './announcement-store.ts'
import type { portalContract } from './contract.ts'

const show = (row: Announcement) => ({
  id: row.id, title: row.title, titleEn: row.titleEn, body: row.body, bodyEn: row.bodyEn, state: row.state, pinned: row.pinned,
  publishedAt: row.publishedAt?.toISOString() ?? null, version: row.version, can: announcementProcedure.can(row.state, ['desk']),
})

const textOf = (input: { title: string; titleEn: string | null; body: string; bodyEn: string | null }) =>
  ({ title: input.title, titleEn: input.titleEn ?? '', body: input.body, bodyEn: input.bodyEn ?? '' })

/** find for update -> decide by the table of steps -> save row and journal -> show. */
function onAnnouncement(
  call: Call<{ id: string; version: number }>,
  verb: AnnouncementVerb,
  event: string,
  evolve: (row: Announcement) => Partial<Announcement>,
) {
  return deed(call, async (tx) => {
    const row = await announcementForUpdate(tx, call.input.id)
    if (!row) return unseen()
    if (row.version !== call.input.version) return overtaken()
    const step = announcementProcedure.step(verb, row.state, ['desk'])
    if (isRefusal(step)) return step
    const change = { ...evolve(row), state: step.to }
    await changeAnnouncement(tx, row, change)
    const body = { title: change.title ?? row.title }
    await record(tx, call.tools.keyring, call, { room: 'portal', subject: row.id, seq: row.version + 1, event, body })
    return { id: row.id, version: row.version + 1 }
  })
}

type AnnouncementVerbs =
  | 'announcements' | 'announcement' | 'draftAnnouncement' | 'editAnnouncement' | 'publishAnnouncement' | 'withdrawAnnouncement'
  | 'pinAnnouncement'

export const announcementHandlers: Pick<Handlers<typeof portalContract>, AnnouncementVerbs> = {
  async announcements({ input, tools }) {
    const { rows, ...page } = await announcementsAtDesk(tools.db, input)
    return { rows: rows.map(show), ...page }
  },

  async announcement({ input, tools }) {
    const row = await announcementById(tools.db, input.id)
    return row ? show(row) : unseen()
  },

  draftAnnouncement: (call) =>
    deed(call, async (tx) => {
      const id = newId()
      await addAnnouncement(tx, id, textOf(call.input))
      const body = { title: call.input.title }
      await record(tx, call.tools.keyring, call, { room: 'portal', subject: id, seq: 1, event: 'announcement_drafted', body })
      return { id, version: 1 }
    }),

  editAnnouncement: (call) => onAnnouncement(call, 'edit', 'announcement_edited', () => textOf(call.input)),

  publishAnnouncement: (call) =>
    onAnnouncement(call, 'publish', 'announcement_published', () => ({ publishedAt: call.tools.clock.now() })),

  withdrawAnnouncement: (call) => onAnnouncement(call, 'withdraw', 'announcement_withdrawn', () => ({ pinned: false })),

  pinAnnouncement: (call) =>
    onAnnouncement(call, 'pin', call.input.pinned ? 'announcement_pinned' : 'announcement_unpinned', () => ({ pinned: call.input.pinned })),
}
