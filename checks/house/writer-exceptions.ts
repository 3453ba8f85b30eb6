import type { Exceptions } from './writers.ts'

/** Second writers, each with its reason; a new one needs a better reason than convenience. */
export const writerExceptions: Exceptions = {
  'inbox: inbox': 'the outbox of the platform puts a notice there; its reader, who is served by the room, marks it as read',
  'application_search: drafts': 'a draft is searched by the title that its leader writes: a trigger follows the field, as another follows the application',
  '*: src/platform/seal/rotate.ts': 'the rotation of keys writes the same values under another key, to the columns that each room itself declares',
}
