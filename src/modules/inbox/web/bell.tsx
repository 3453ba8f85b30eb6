import { useAsk } from '../../../web/ask.ts'
import { Bell } from '../../../web/ui/bell.tsx'
import { inboxContract } from '../contract.ts'

/** The bell of the header; a new notice shows within a minute. */
export const InboxBell = () => <Bell to="/inbox" unread={useAsk(inboxContract.unread, {}, { every: 60_000 }).value?.unread ?? 0} />
