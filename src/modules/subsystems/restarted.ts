import { isRefusal } from '../../kernel/refusal.ts'
import { transact } from '../../platform/db/transaction.ts'
import { record, thePlatform } from '../../platform/journal.ts'
import { digest, token } from '../../platform/secrets.ts'
import type { Tools } from '../../platform/tools.ts'
import { saveSubsystem, subsystemForUpdate, subsystemWithCode, type Subsystem, type SubsystemFacts } from './subsystem-store.ts'

type Addresses = Pick<SubsystemFacts, 'entryUrl' | 'redirectUris' | 'logoutUris' | 'backchannelLogoutUri'>

/**
 * A subsystem that belongs to this installation was started anew at these addresses: the registry keeps them, as a deed of the
 * platform itself, and gives it another secret where the one that it still has is none any more. null where none has this
 * code. Names and openness stay as the desk made them.
 */
export async function subsystemRestarted(tools: Tools, code: string, addresses: Addresses, held: string | null): Promise<string | null> {
  const secret = await transact(tools.db, tools.constraintWords, async (tx) => {
    const found = await subsystemWithCode(tx, code)
    const before = found && (await subsystemForUpdate(tx, found.id))
    if (!before) return null
    const step = async (s: Subsystem, event: string, body: Record<string, unknown> = {}) => {
      await saveSubsystem(tx, s)
      await record(tx, tools.keyring, thePlatform, { room: 'subsystems', subject: s.id, seq: s.version, event, body: { name: s.name, code, ...body } })
      return s
    }
    const isMoved = before.entryUrl !== addresses.entryUrl
    const moved = isMoved
      ? await step({ ...before, ...addresses, version: before.version + 1 }, 'changed', { before: before.entryUrl, after: addresses.entryUrl })
      : before
    if (held !== null && digest(held) === before.secretDigest) return held
    const made = token()
    await step({ ...moved, secretDigest: digest(made), secretMadeAt: tools.clock.now(), version: moved.version + 1 }, 'secret_renewed')
    return made
  })
  if (isRefusal(secret)) throw new Error(`${code}: ${secret.code}`)
  return secret
}
