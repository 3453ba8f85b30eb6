import { addDays } from '../../kernel/clock.ts'
import { isRefusal, type Refusal } from '../../kernel/refusal.ts'
import { transact } from '../../platform/db/transaction.ts'
import type { FileKind } from '../../platform/files/kind.ts'
import { thePlatform } from '../../platform/journal.ts'
import type { Job } from '../../platform/jobs.ts'
import type { Tools } from '../../platform/tools.ts'
import { happen } from './draft-journal.ts'
import { draftLocked } from './draft-store.ts'
import { drawAnew } from './file-server.ts'
import * as store from './file-store.ts'
import { drawer } from './files.ts'
import { tellLeader } from './notices.ts'

const atOnce = 20
const mostMinutes = 5
const unanswered: ReadonlySet<string> = new Set(['file.scan_unavailable', 'file.scan_failed'])
const removedDays = 30

type Found = { state: 'clean'; previewKey: string | null } | { state: 'refused'; refusal: string }

/** Asks the virus check about a file in quarantine; a code of `unanswered` while it is not known. */
async function secondLook(tools: Tools, row: store.FileRow): Promise<Found | Refusal> {
  const found = await tools.files.rescan(row.file_key)
  if (found && unanswered.has(found.code)) return found
  if (found) return { state: 'refused', refusal: found.code }
  const previewKey = await drawAnew(tools, row.kind as FileKind, row.file_key)
  return isRefusal(previewKey) ? previewKey : { state: 'clean', previewKey }
}

/** I23: once it is known, the file is shown, or refused with a word to whoever uploaded it and deleted from the store. false: there is no answer at all. */
async function settle(tools: Tools, row: store.FileRow): Promise<boolean> {
  const found = await secondLook(tools, row)
  if (isRefusal(found)) {
    if (found.code !== 'file.scan_unavailable') tools.log.warn({ file: row.id, code: found.code }, 'a file stays in quarantine')
    return found.code !== 'file.scan_unavailable'
  }
  const done = await transact(tools.db, tools.constraintWords, async (tx) => {
    const draft = await draftLocked(tx, row.draft_id)
    if (!draft || !(await store.settleFile(tx, row.id, found))) return false
    const version = await happen(tx, tools, thePlatform, row.draft_id, found.state === 'clean' ? { event: 'file_clean', fileId: row.id } : { event: 'file_refused', fileId: row.id, refusal: found.refusal })
    if (found.state === 'refused' && !row.removed_at) await tellLeader(tx, tools, { draftId: row.draft_id, version, accountId: draft.account_id, what: found.refusal === 'file.scan_too_large' ? 'file_unchecked' : 'file_refused', params: { file: row.name } })
    return true
  })
  if (found.state === 'refused' || done !== true) await Promise.all([...(found.state === 'refused' ? [row.file_key] : []), ...('previewKey' in found && found.previewKey ? [found.previewKey] : [])].map((key) => tools.files.delete(key)))
  return true
}

/**
 * Files that came while the virus check did not answer, all of them: their leaders cannot submit meanwhile (D19). It stops where there is
 * no answer to anything; what is the matter with one file (unreadable, lost, too much for the check) holds up none behind it. After some
 * minutes the next run goes on: whoever stops the program waits for this one.
 */
export const checkFiles: Job = {
  name: 'drafts.check_files',
  everySeconds: 60,
  async run(tools) {
    const end = performance.now() + mostMinutes * 60_000
    for (let rows = await store.unchecked(tools.db, null, atOnce); rows.length > 0 && performance.now() < end; rows = await store.unchecked(tools.db, rows.at(-1) ?? null, atOnce)) {
      for (const row of rows) {
        const isAnswered = await settle(tools, row).catch((error: unknown) => {
          tools.log.error({ err: error, file: row.id }, 'a file in quarantine cannot be checked')
          return true
        })
        if (!isAnswered) return
      }
    }
  },
}

/** What was taken out a month ago and no submitted version shows, and files that no row names (a broken upload, a draft that was dropped). */
export const sweepFiles: Job = {
  name: 'drafts.sweep_files',
  everySeconds: 6 * 3600,
  async run(tools) {
    const now = tools.clock.now()
    const gone = await transact(tools.db, tools.constraintWords, (tx) => store.forgetRemoved(tx, addDays(now, -removedDays), 200))
    if (!isRefusal(gone)) for (const key of gone.flatMap(store.keysOf)) await tools.files.delete(key)
    const keys = await tools.files.keysIn(drawer, addDays(now, -1))
    for (let from = 0; from < keys.length; from += 500) {
      const some = keys.slice(from, from + 500)
      const known = await store.knownKeys(tools.db, some)
      for (const key of some) if (!known.has(key)) await tools.files.delete(key)
    }
  },
}
