import { maskMobile } from '../../codes/mask.ts'
import { unseen } from '../../kernel/refusal.ts'
import type { Handlers } from '../../platform/serve/call.ts'
import type { Db } from '../../platform/db/database.ts'
import type { Tools } from '../../platform/tools.ts'
import type { CallDocument } from '../calls/document.ts'
import { isOpen, windowFor } from '../calls/windows.ts'
import { windowsOf } from '../calls/index.ts'
import { fileShown, memberShown } from './content.ts'
import type { draftsContract } from './contract.ts'
import { ownDraft, type Draft } from './draft-store.ts'
import { factsOf } from './facts.ts'
import { fieldsOf } from './field-store.ts'
import { filesOf, type FileRow } from './file-store.ts'
import { formOfCall } from './form-of-call.ts'
import { fullAmong } from './full.ts'
import { membersOf, phoneOf } from './member-store.ts'
import { frozenFor } from './stands.ts'

type Verbs = Handlers<typeof draftsContract>

/** N22: the list as its leader sees it; of who has confirmed, whether he can take part, and nothing of why not. */
export async function showMembers(db: Db, tools: Tools, draft: Pick<Draft, 'id'>, document: Pick<CallDocument, 'limits'>) {
  const members = await membersOf(db, draft.id)
  const full = await fullAmong(db, draft.id, document.limits, members.flatMap(({ state, person_id }) => (state === 'confirmed' && person_id ? [person_id] : [])))
  return members.map((row) => ({
    ...memberShown(row), ...(row.person_id && full.has(row.person_id) && { state: 'full' as const }),
    phone: maskMobile(phoneOf(tools.keyring, row)), invitedAt: row.invited_at.toISOString(), answeredAt: row.answered_at?.toISOString() ?? null,
  }))
}

export const showFile = (row: FileRow) => ({ ...fileShown(row), uploadedAt: row.uploaded_at.toISOString(), refusal: row.refusal })

export const open: Verbs['open'] = async (call) => {
  const { tools, input, actor } = call
  const { db } = tools
  const draft = await ownDraft(db, input.id, actor.accountId)
  if (!draft) return unseen()
  const { document } = await formOfCall(db, tools, draft)
  const now = tools.clock.now()
  const window = windowFor(await windowsOf(db, draft.callId), 'leader', draft.begunAt)
  const frozen = await frozenFor(db, call, draft)
  const fields = await fieldsOf(db, draft.id)
  return {
    id: draft.id, now: now.toISOString(), begunAt: draft.begunAt.toISOString(), savedAt: draft.savedAt.toISOString(), version: draft.version,
    call: { id: draft.callId, code: draft.callCode, version: draft.callVersion, document },
    values: Object.fromEntries(fields.map(({ field, value, version, changed_at }) => [field, { value, version, changedAt: changed_at.toISOString() }])),
    facts: await factsOf(db, tools, draft.leaderId, draft.unitId), members: await showMembers(db, tools, draft, document),
    files: (await filesOf(db, draft.id)).map(showFile), lock: draft.lock, marks: draft.marks,
    frozen: frozen && { code: frozen.code, params: frozen.params },
    window: window && { opensAt: window.opensAt.toISOString(), closesAt: window.closesAt.toISOString(), isOpen: isOpen(window, now) },
    correctUntil: draft.correctUntil?.toISOString() ?? null, leader: { name: draft.leaderName },
  }
}
