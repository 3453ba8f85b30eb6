import type { Message } from './message.ts'

/** One way out of the house. Only the outside world has doubles in the tests, and this is where it begins. */
export interface Sender {
  /** Returns once the other side has taken it over, with the other side's id for it if it gave one. */
  send(message: Message & { address: string }): Promise<{ providerId: string | null }>
  close?(): Promise<void>
}

/**
 * The other side could not be reached or does not let us in: the message is not to blame, so it costs none of its
 * attempts and waits for as long as it takes.
 */
export class Unreachable extends Error {
  override name = 'Unreachable'
}
