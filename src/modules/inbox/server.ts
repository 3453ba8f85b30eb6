import type { Handlers } from '../../platform/serve/call.ts'
import type { inboxContract } from './contract.ts'
import { countNotices, markRead, markReadUpTo, noticesOf } from './store.ts'

const iso = (time: Date | null) => time?.toISOString() ?? null

/** Reading is nobody else's business: these verbs write no journal and need no lock. */
export const inboxHandlers: Handlers<typeof inboxContract> = {
  async list({ actor, input, tools }) {
    const filter = { accountId: actor.accountId, ...input }
    const { rows, ...page } = await noticesOf(tools.db, filter)
    return {
      rows: rows.map((row) => ({
        id: row.id, title: row.title, body: row.body, link: row.link, createdAt: row.created_at.toISOString(), readAt: iso(row.read_at),
      })),
      ...page,
      unread: await countNotices(tools.db, { ...filter, show: 'unread' }),
    }
  },

  unread: async ({ actor, tools }) => ({ unread: await countNotices(tools.db, { accountId: actor.accountId, show: 'unread' }) }),

  async read({ actor, input, tools }) {
    await markRead(tools.db, actor.accountId, input.ids, tools.clock.now())
    return { unread: await countNotices(tools.db, { accountId: actor.accountId, show: 'unread' }) }
  },

  async readAll({ actor, input, tools }) {
    await markReadUpTo(tools.db, actor.accountId, input.upTo, tools.clock.now())
    return { unread: await countNotices(tools.db, { accountId: actor.accountId, show: 'unread' }) }
  },
}
