import { Readable } from 'node:stream'
import { addDays } from '../../kernel/clock.ts'
import { newId } from '../../kernel/ids.ts'
import { isRefusal, refuse, unseen, type Refusal } from '../../kernel/refusal.ts'
import { deed } from '../../platform/deed.ts'
import { contentTypes, type FileKind } from '../../platform/files/kind.ts'
import { imagePreview } from '../../platform/files/preview.ts'
import { receive, type ReceivedFile } from '../../platform/files/receive.ts'
import type { StoredFile } from '../../platform/files/store.ts'
import type { Handlers } from '../../platform/serve/call.ts'
import { aboveOf } from '../authorities/index.ts'
import { settingOf } from '../settings/index.ts'
import type { unitsContract } from './contract.ts'
import { insertLicence, licenceOf } from './licence-store.ts'
import { happen } from './registration-journal.ts'
import { registrationById, registrationForUpdate } from './registration-store.ts'
import { registrationProcedure, rolesOf, type Registration } from './registration.ts'
import { showLicence, stateOf } from './show.ts'

type Verbs = Handlers<typeof unitsContract>

const kinds = ['pdf', 'jpg', 'png'] as const satisfies readonly FileKind[]

/** S1-43, D24: the scan as it came, and for an image a re-encoded picture to look at. */
export const uploadLicence: Verbs['uploadLicence'] = async (call) => {
  const { tools, upload } = call
  const open = (r: Registration | null): Registration | Refusal => {
    if (!r || r.accountId !== call.actor.accountId) return unseen()
    const step = registrationProcedure.step('save', r.state, ['applicant'])
    return isRefusal(step) ? step : r
  }
  const before = open(await registrationById(tools.db, tools.keyring, call.input.id))
  if (isRefusal(before)) return before
  if (!upload) return refuse('file.missing', { fields: { file: { code: 'file.missing' } } })
  const file = await receive(tools.files, upload, { maxBytes: 10_485_760, kinds })
  if (isRefusal(file)) return file
  const keys = [file.key]
  try {
    const preview = file.kind === 'pdf' ? null : await tools.files.put(Readable.from(await imagePreview(tools.files, file.key)), { maxBytes: 20_000_000 })
    if (preview && !isRefusal(preview)) keys.push(preview.key)
    const answer = isRefusal(preview) ? preview : await keep(call, open, file, preview)
    // Nothing half-written stays: a file without its row is nobody's.
    if (isRefusal(answer)) await Promise.all(keys.map((key) => tools.files.delete(key)))
    return answer
  } catch (error) {
    await Promise.all(keys.map((key) => tools.files.delete(key)))
    throw error
  }
}

const keep = (call: Parameters<Verbs['uploadLicence']>[0], open: (r: Registration | null) => Registration | Refusal, file: ReceivedFile, preview: StoredFile | null) =>
  deed(call, async (tx) => {
    const { tools } = call
    const r = open(await registrationForUpdate(tx, tools.keyring, call.input.id))
    if (isRefusal(r)) return r
    const now = tools.clock.now()
    const id = newId(now.getTime())
    await insertLicence(tx, {
      id, registration_id: r.id, kind: file.kind, bytes: file.bytes, sha256: file.sha256, file_key: file.key,
      preview_key: preview?.key ?? null, name: file.name, uploaded_at: now,
    })
    const keptUntil = addDays(now, await settingOf(tx, tools.config, 'registration.draft_days')).toISOString()
    const saved = await happen(tx, tools, call, r, r.id, { event: 'licence_uploaded', at: now.toISOString(), licenceId: id, keptUntil })
    if (isRefusal(saved)) return saved
    const licence = await showLicence(tx, saved)
    return licence ? { ...stateOf(saved), licence } : unseen()
  })

export const licence: Verbs['licence'] = async (call) => {
  const { tools, input } = call
  const r = await registrationById(tools.db, tools.keyring, input.id)
  if (!r) return unseen()
  const aboveDesk = r.deskId && call.actor.mandate ? await aboveOf(tools.db, r.deskId) : []
  if (rolesOf(call.actor, { accountId: r.accountId, deskId: r.deskId, aboveDesk }).length === 0) return unseen()
  const scan = await licenceOf(tools.db, r.id, input.licenceId)
  if (!scan) return unseen()
  const picture = input.as === 'preview' && scan.preview_key !== null
  const file = await tools.files.open(picture && scan.preview_key ? scan.preview_key : scan.file_key)
  return { ...file, name: scan.name, contentType: picture ? 'image/jpeg' : contentTypes[scan.kind as FileKind] }
}
