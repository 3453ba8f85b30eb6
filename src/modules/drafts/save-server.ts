import { unseen } from '../../kernel/refusal.ts'
import type { Handlers } from '../../platform/serve/call.ts'
import type { InForce } from '../calls/form/code-lists.ts'
import type { FieldValue } from '../calls/form/definition.ts'
import { imagesOf } from '../calls/form/rich.ts'
import { readValue } from '../calls/form/value.ts'
import { codesInForce } from '../calls/index.ts'
import type { draftsContract } from './contract.ts'
import { lockedBy } from './draft.ts'
import { ownDraft } from './draft-store.ts'
import { putFields, standing, type Change } from './field-store.ts'
import { filesOf } from './file-store.ts'
import { formOfCall, type FormOfCall } from './form-of-call.ts'
import { frozenFor } from './stands.ts'

type Verbs = Handlers<typeof draftsContract>
type Asked = { field: string; base: number; value?: unknown }
type Refused = { field: string; code: string; params: Record<string, string | number> }

/** One field as it may be kept, or why not. */
function judge(form: FormOfCall, asked: Asked, inForce: InForce): { change: Change } | { refused: Refused } {
  const field = form.field(asked.field)
  if (!field) return { refused: { field: asked.field, code: 'drafts.field_unknown', params: {} } }
  const read = readValue(field, asked.value ?? null, inForce)
  return read.ok ? { change: { field: field.id, base: asked.base, value: read.value } } : { refused: { field: field.id, code: read.code, params: read.params } }
}

const picturesIn = (value: unknown): string[] => {
  const doc = value as FieldValue
  return typeof doc === 'object' && doc !== null && 'type' in doc ? imagesOf(doc) : []
}

/**
 * Autosave: what can be kept is kept, field by field; the rest is told with its reason, and nothing is ever overwritten in
 * silence. Not in the journal: what counts are the submitted versions.
 */
export const save: Verbs['save'] = async (call) => {
  const { tools, input, actor } = call
  const draft = await ownDraft(tools.db, input.id, actor.accountId)
  if (!draft) return unseen()
  const frozen = await frozenFor(tools.db, call, draft)
  if (frozen) return frozen
  const form = await formOfCall(tools.db, tools, draft)
  const inForce = await codesInForce(tools.db, tools, form.document.form, tools.clock.now())
  const judged = input.fields.map((asked) => judge(form, asked, inForce))
  const refused = judged.flatMap((one) => ('refused' in one ? [one.refused] : []))
  const changes = await withOwnPictures(call, judged.flatMap((one) => ('change' in one ? [one.change] : [])), refused)
  const at = tools.clock.now()
  const put = changes.length === 0 ? { lock: draft.lock, marks: draft.marks, saved: [] } : await putFields(tools.db, { id: draft.id, accountId: actor.accountId, at }, changes)
  const taken = new Set(put.saved.map(({ field }) => field))
  const left = changes.filter(({ field }) => !taken.has(field)).filter(({ field }) => {
    const closed = lockedBy({ lock: put.lock ?? 'locked', marks: put.marks }, field)
    if (closed) refused.push({ field, code: closed.code, params: closed.params })
    return !closed
  })
  const stands = left.length > 0 ? await standing(tools.db, draft.id, left) : []
  return {
    saved: [...put.saved, ...stands.filter(({ isSame }) => isSame).map(({ field, version }) => ({ field, version }))],
    conflicts: stands.filter(({ isSame }) => !isSame).map(({ field, version, value }) => ({ field, version, value })),
    refused, at: at.toISOString(),
  }
}

/** A text shows pictures of its own draft only, and none that was refused: everybody else's do not exist. */
async function withOwnPictures(call: Parameters<Verbs['save']>[0], changes: Change[], refused: Refused[]): Promise<Change[]> {
  if (!changes.some(({ value }) => picturesIn(value).length > 0)) return changes
  const own = new Set((await filesOf(call.tools.db, call.input.id)).filter(({ state, is_picture }) => is_picture && state !== 'refused').map(({ id, field }) => `${field} ${id}`))
  return changes.filter(({ field, value }) => {
    const isOwn = picturesIn(value).every((id) => own.has(`${field} ${id}`))
    if (!isOwn) refused.push({ field, code: 'drafts.picture_unknown', params: {} })
    return isOwn
  })
}
