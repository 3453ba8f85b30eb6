import { Readable } from 'node:stream'
import type { Actor } from '../../kernel/actor.ts'
import { newId } from '../../kernel/ids.ts'
import { isRefusal, refuse, unseen, type Refusal } from '../../kernel/refusal.ts'
import type { Db } from '../../platform/db/database.ts'
import { contentTypes, type FileKind } from '../../platform/files/kind.ts'
import { imagePreview } from '../../platform/files/preview.ts'
import { receive } from '../../platform/files/receive.ts'
import type { Call, Download, Handlers } from '../../platform/serve/call.ts'
import type { Tools } from '../../platform/tools.ts'
import type { draftsContract } from './contract.ts'
import { whyNotWrite } from './draft.ts'
import { happen } from './draft-journal.ts'
import { ownDraft, type Draft } from './draft-store.ts'
import { drawer, mostFilesKept, mostMegabytesKept, whatFits, type Fits } from './files.ts'
import * as store from './file-store.ts'
import { formOfCall } from './form-of-call.ts'
import { showFile } from './open-server.ts'
import { factsFor, writing } from './stands.ts'

type Verbs = Handlers<typeof draftsContract>
type Attach = Call<{ id: string; field: string }, Actor>

/** What this field takes, with what lies there already; asked before the file is received, and again when it is kept. */
async function place(db: Db, call: Attach, draft: Draft): Promise<Fits | Refusal> {
  const { tools, input } = call
  const fits = whatFits((await formOfCall(db, tools, draft)).field(input.field))
  if (!fits) return refuse('drafts.field_unknown', { status: 409 })
  const there = (await store.filesOf(db, draft.id)).filter(({ field, state }) => field === input.field && state !== 'refused')
  if (there.length >= fits.most) return refuse(fits.isPicture ? 'drafts.picture.most' : 'drafts.file.most', { status: 409, params: { most: fits.shownMost } })
  const kept = await store.keptOf(db, draft.id)
  if (kept.files >= mostFilesKept || kept.bytes >= mostMegabytesKept * 1_048_576) return refuse('drafts.file.space', { status: 409, params: { files: mostFilesKept, megabytes: mostMegabytesKept } })
  return fits
}

/** Streamed to the disk, judged by its bytes, checked for viruses; while the check does not answer it stays in quarantine (I23). */
export const attach: Verbs['attach'] = async (call) => {
  const { tools, upload, input, actor } = call
  const draft = await ownDraft(tools.db, input.id, actor.accountId)
  if (!draft) return unseen()
  const closed = whyNotWrite(await factsFor(tools.db, call, draft), input.field)
  if (closed) return closed
  const fits = await place(tools.db, call, draft)
  if (isRefusal(fits)) return fits
  if (!upload) return refuse('file.missing', { fields: { file: { code: 'file.missing' } } })
  const file = await receive(tools.files, upload, { maxBytes: fits.maxBytes, kinds: fits.kinds, drawer, quarantine: true })
  if (isRefusal(file)) return file
  const keys = [file.key]
  try {
    const previewKey = file.isUnscanned ? null : await drawAnew(tools, file.kind, file.key)
    if (isRefusal(previewKey)) return await dropping(tools, keys, previewKey)
    if (previewKey) keys.push(previewKey)
    const answer = await writing(call, async () => input.field, async (tx, held, now) => {
      const still = await place(tx, call, held)
      if (isRefusal(still)) return still
      const state = file.isUnscanned ? 'checking' : 'clean'
      const row: store.FileRow = {
        id: newId(now.getTime()), draft_id: held.id, field: input.field, name: file.name, kind: file.kind, bytes: file.bytes, sha256: file.sha256, pages: file.pages,
        file_key: file.key, preview_key: previewKey, is_picture: fits.isPicture, state, refusal: null,
        uploaded_by: actor.accountId, uploaded_at: now, removed_at: null,
      }
      await store.insertFile(tx, row)
      const version = await happen(tx, tools, call, held.id, { event: 'file_attached', fileId: row.id, field: row.field, kind: row.kind, bytes: row.bytes, sha256: row.sha256, state, name: row.name })
      return { file: showFile(row), version }
    })
    return isRefusal(answer) ? await dropping(tools, keys, answer) : answer
  } catch (error) {
    await dropping(tools, keys, null)
    throw error
  }
}

/** Nothing half-written stays: a file without its row is nobody's. */
async function dropping<R>(tools: Tools, keys: readonly string[], because: R): Promise<R> {
  await Promise.all(keys.map((key) => tools.files.delete(key)))
  return because
}

/** D24: the picture to look at; none of a PDF, whose pages the browser draws. */
export async function drawAnew(tools: Tools, kind: FileKind, key: string): Promise<string | null | Refusal> {
  if (kind === 'pdf') return null
  const drawn = await tools.files.put(Readable.from(await imagePreview(tools.files, key)), { maxBytes: 20_000_000, drawer })
  return isRefusal(drawn) ? drawn : drawn.key
}

export const removeFile: Verbs['removeFile'] = (call) =>
  writing(call, async (tx, draft) => {
    const row = await store.fileOf(tx, draft.id, call.input.fileId)
    return row && !row.removed_at ? row.field : unseen()
  }, async (tx, draft, now) => {
    const { tools, input } = call
    await store.removeFile(tx, input.fileId, now)
    const version = await happen(tx, tools, call, draft.id, { event: 'file_removed', fileId: input.fileId })
    return { files: (await store.filesOf(tx, draft.id)).map(showFile), version }
  })

/**
 * A file of a draft for who may see that draft, which the caller has made sure of: as it came, or, of a picture, drawn anew.
 * null where there is none, or it is not clean.
 */
export async function openFile(db: Db, tools: Pick<Tools, 'files'>, draftId: string, fileId: string, as: 'original' | 'preview'): Promise<Download | null> {
  const row = await store.fileOf(db, draftId, fileId)
  if (row?.state !== 'clean') return null
  const picture = as === 'preview' ? row.preview_key : null
  const { stream, bytes } = await tools.files.open(picture ?? row.file_key)
  return { stream, bytes, name: row.name, contentType: picture ? 'image/jpeg' : contentTypes[row.kind as FileKind] }
}

export const file: Verbs['file'] = async ({ tools, input, actor }) => {
  const draft = await ownDraft(tools.db, input.id, actor.accountId)
  return (draft && (await openFile(tools.db, tools, draft.id, input.fileId, input.as))) ?? unseen()
}
