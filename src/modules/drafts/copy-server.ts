import { unseen } from '../../kernel/refusal.ts'
import type { Handlers } from '../../platform/serve/call.ts'
import type { Field, FieldValue } from '../calls/form/definition.ts'
import { readValue } from '../calls/form/value.ts'
import { imagesOf } from '../calls/form/rich.ts'
import { codesInForce } from '../calls/index.ts'
import { copiesOf } from './copy-store.ts'
import type { draftsContract } from './contract.ts'
import { deed } from '../../platform/deed.ts'
import { lockedBy } from './draft.ts'
import { happen } from './draft-journal.ts'
import { ownDraft, ownDraftForUpdate } from './draft-store.ts'
import { fieldsOf, putFields } from './field-store.ts'
import { formOfCall } from './form-of-call.ts'
import { frozenFor } from './stands.ts'

type Verbs = Handlers<typeof draftsContract>

/** Consent is given anew each time. */
const never: readonly Field['kind'][] = ['commitment', 'files', 'members', 'fact', 'note']

export const sources: Verbs['sources'] = async ({ tools, input, actor }) => {
  const draft = await ownDraft(tools.db, input.id, actor.accountId)
  if (!draft) return unseen()
  const found = await copiesOf(tools.db, actor.accountId, draft.id)
  return { sources: found.map(({ id, call, title, begunAt }) => ({ id, callTitle: call, title, begunAt: begunAt.toISOString() })) }
}

/** Pictures stay with the draft that they were uploaded for. */
const hasPictures = (value: FieldValue): boolean => typeof value === 'object' && value !== null && 'type' in value && imagesOf(value).length > 0

/** N18: what was answered elsewhere is not typed again. Only fields that are still empty, of the same id and kind, and that can hold it. */
export const copyFrom: Verbs['copyFrom'] = (call) =>
  deed(call, async (tx) => {
    const { tools, input, actor } = call
    const draft = await ownDraftForUpdate(tx, input.id, actor.accountId)
    const from = input.from === input.id ? undefined : await ownDraft(tx, input.from, actor.accountId)
    if (!draft || !from) return unseen()
    const frozen = await frozenFor(tx, call, draft)
    if (frozen) return frozen
    if (draft.lock === 'locked') return lockedBy(draft, '') ?? unseen()
    const [theirs, ours] = [await formOfCall(tx, tools, from), await formOfCall(tx, tools, draft)]
    const inForce = await codesInForce(tx, tools, ours.document.form, tools.clock.now())
    const there = new Map((await fieldsOf(tx, draft.id)).map((row) => [row.field, row]))
    const answers = (await fieldsOf(tx, from.id)).filter(({ value }) => value !== null)
    const changes = answers.flatMap(({ field: id, value }) => {
      const [field, before] = [ours.field(id), there.get(id)]
      if (!field || field.kind !== theirs.field(id)?.kind || never.includes(field.kind) || (before && before.value !== null) || lockedBy(draft, id)) return []
      const read = readValue(field, value, inForce)
      return read.ok && !hasPictures(read.value) ? [{ field: id, base: before?.version ?? 0, value: read.value }] : []
    })
    const put = changes.length === 0 ? [] : (await putFields(tx, { id: draft.id, accountId: actor.accountId, at: tools.clock.now() }, changes)).saved
    await happen(tx, tools, call, draft.id, { event: 'copied', from: from.id, fields: put.map(({ field }) => field) })
    return { copied: put, skipped: answers.length - put.length }
  })
