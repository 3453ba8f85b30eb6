import { Readable } from 'node:stream'
import { addMinutes } from '../../kernel/clock.ts'
import { newId } from '../../kernel/ids.ts'
import { isRefusal, refuse, unseen, type Refusal } from '../../kernel/refusal.ts'
import { transact } from '../../platform/db/transaction.ts'
import type { Tx } from '../../platform/db/database.ts'
import { contentTypes, type FileKind } from '../../platform/files/kind.ts'
import { imagePreview } from '../../platform/files/preview.ts'
import { receive, type ReceivedFile } from '../../platform/files/receive.ts'
import type { StoredFile } from '../../platform/files/store.ts'
import { record } from '../../platform/journal.ts'
import type { Handlers } from '../../platform/serve/call.ts'
import { isProven } from '../accounts/index.ts'
import { standing } from './case-reach.ts'
import { caseById } from './case-store.ts'
import type { recoveryContract } from './contract.ts'
import { evidenceOf, insertEvidence, sentBy } from './evidence-store.ts'
import { mayRead } from './recovery-case.ts'

type Verbs = Handlers<typeof recoveryContract>
type Call = Parameters<Verbs['uploadEvidence']>[0]

const kinds = ['pdf', 'jpg', 'png'] as const satisfies readonly FileKind[]
/** A stranger's files an hour: of a whole office behind one address, and of one mailbox. */
const perCaller = 20
const perProof = 6

const requesterOf = ({ tools, request }: Call) => tools.keyring.blind(request.address, 'recovery.requester')

async function limit(tx: Tx, call: Call): Promise<Refusal | null> {
  const sent = await sentBy(tx, requesterOf(call), call.input.proofId, addMinutes(call.tools.clock.now(), -60))
  return sent.byCaller >= perCaller || sent.underProof >= perProof ? refuse('recovery.too_many', { status: 429 }) : null
}

/** S1-10, D24: the licence of somebody who has no account; only who has proven a mailbox may send one, and not many. */
export const uploadEvidence: Verbs['uploadEvidence'] = async (call) => {
  const { tools, upload, input } = call
  if (!(await isProven(tools, input.proofId))) return refuse('proof.not_proven', { fields: { mailProofId: { code: 'proof.not_proven' } } })
  // Asked before the file is taken; the transaction below asks again and decides.
  const early = await transact(tools.db, tools.constraintWords, async (tx) => (await limit(tx, call)) ?? true)
  if (isRefusal(early)) return early
  if (!upload) return refuse('file.missing', { fields: { file: { code: 'file.missing' } } })
  const file = await receive(tools.files, upload, { maxBytes: 10_485_760, kinds })
  if (isRefusal(file)) return file
  const keys = [file.key]
  try {
    const preview = file.kind === 'pdf' ? null : await tools.files.put(Readable.from(await imagePreview(tools.files, file.key)), { maxBytes: 20_000_000 })
    if (preview && !isRefusal(preview)) keys.push(preview.key)
    const answer = isRefusal(preview) ? preview : await keep(call, file, preview)
    // Nothing half-written stays: a file without its row is nobody's.
    if (isRefusal(answer)) await Promise.all(keys.map((key) => tools.files.delete(key)))
    return answer
  } catch (error) {
    await Promise.all(keys.map((key) => tools.files.delete(key)))
    throw error
  }
}

const keep = (call: Call, file: ReceivedFile, preview: StoredFile | null) =>
  transact(call.tools.db, call.tools.constraintWords, async (tx) => {
    const over = await limit(tx, call)
    if (over) return over
    const now = call.tools.clock.now()
    await insertEvidence(tx, {
      id: newId(now.getTime()), case_id: null, proof_id: call.input.proofId, requester: requesterOf(call), kind: file.kind, bytes: file.bytes, sha256: file.sha256,
      file_key: file.key, preview_key: preview?.key ?? null, name: file.name, uploaded_at: now,
    })
    return { name: file.name, bytes: file.bytes }
  })

export const evidence: Verbs['evidence'] = async (call) => {
  const { tools, input, actor } = call
  const c = await caseById(tools.db, tools.keyring, input.id)
  const stands = c && (await standing(tools.db, actor, c))
  if (!c || !stands || !mayRead(actor.mandate, stands.facts, c.state)) return unseen()
  const scan = await evidenceOf(tools.db, c.id)
  if (!scan) return unseen()
  const picture = input.as === 'preview' && scan.preview_key !== null
  // What leaves is the file as it came, to be saved or, a PDF, to be drawn: a look of its own (S1-58).
  if (!picture) {
    const kept = await transact(tools.db, tools.constraintWords, async (tx) => {
      await record(tx, tools.keyring, call, { room: 'recovery.look', subject: newId(), seq: 1, event: 'evidence_opened', body: { caseId: c.id } })
      return true
    })
    if (isRefusal(kept)) return kept
  }
  const file = await tools.files.open(picture && scan.preview_key ? scan.preview_key : scan.file_key)
  return { ...file, name: scan.name, contentType: picture ? 'image/jpeg' : contentTypes[scan.kind as FileKind] }
}
