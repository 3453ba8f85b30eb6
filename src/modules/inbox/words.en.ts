import type { zh } from './words.zh.ts'

export const en: Record<keyof typeof zh, string> = {
  'inbox.title': 'Messages',
  'inbox.show': 'Show',
  'inbox.show.all': 'All',
  'inbox.show.unread': 'Unread',
  'inbox.unread': 'unread',
  'inbox.read': 'Mark as read',
  'inbox.read.of': 'Mark as read: {title}',
  'inbox.read_all': 'Mark all as read',
  'inbox.open': 'Open',
  'inbox.open.of': 'Open: {title}',
  'inbox.empty': 'No messages yet',
  'inbox.empty.text': 'What happens to your submissions is told here, and where it matters by e-mail and text message too.',
  'inbox.empty.unread': 'No unread messages',
}
