import { addDays } from '../../kernel/clock.ts'
import { isRefusal } from '../../kernel/refusal.ts'
import { transact } from '../../platform/db/transaction.ts'
import { thePlatform } from '../../platform/journal.ts'
import type { Tools } from '../../platform/tools.ts'
import { drawer } from './file.ts'
import { fileKeysAmong, importById, importForUpdate, importsToErase, noteErased } from './import-store.ts'
import { endStates, keptDays, platformStep } from './import.ts'
import { happen } from './journal.ts'
import { eraseNames } from './line-store.ts'

/** The file of an import that needs it no longer: first the file, then the note, so that none is ever forgotten. */
export async function eraseFile(tools: Tools, id: string): Promise<void> {
  const one = await importById(tools.db, id)
  if (!one?.fileKey || !endStates.includes(one.state)) return
  await tools.files.delete(one.fileKey)
  await noteErased(tools.db, id, tools.clock.now())
}

/** What nobody imported within its days is discarded; files, also those of no import, and user names go. */
export async function eraseOld(tools: Tools): Promise<void> {
  const before = addDays(tools.clock.now(), -keptDays)
  for (const { id } of await importsToErase(tools.db, before)) {
    const done = await transact(tools.db, tools.constraintWords, async (tx) => {
      const now = await importForUpdate(tx, id)
      const to = platformStep('expire', now)
      if (!now || !to) return null
      return happen(tx, tools, thePlatform, now, { event: 'expired' }, { state: to })
    })
    if (isRefusal(done)) throw new Error(`an import did not expire: ${done.code}`)
    await eraseFile(tools, id)
  }
  await sweepFiles(tools)
  await eraseNames(tools.db, before)
}

/** Sealed files whose import was never noted: the process was killed between the two. */
async function sweepFiles({ db, files, clock }: Tools): Promise<void> {
  const keys = await files.keysIn(drawer, addDays(clock.now(), -1))
  const named = await fileKeysAmong(db, keys)
  for (const key of keys) if (!named.has(key)) await files.delete(key)
}
