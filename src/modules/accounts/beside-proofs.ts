import { isRefusal, refuse, type Refusal } from '../../kernel/refusal.ts'

/** The fields of a form that holds proofs in place of addresses. */
const fieldOf: Readonly<Record<string, string>> = { mail: 'mailProofId', phone: 'phoneProofId' }

/**
 * What a deed says of `mail` and `phone`, beside `mailProofId` and `phoneProofId`: for rooms whose forms hold the ids of
 * proofs, so that the sentence stands where the person can mend it. Around the whole deed, not in it, for the unique
 * indexes have the last word there.
 */
export function besideProofs<T>(answer: T | Refusal): T | Refusal {
  if (!isRefusal(answer)) return answer
  const fields = Object.fromEntries(Object.entries(answer.fields).map(([name, finding]) => [fieldOf[name] ?? name, finding]))
  return refuse(answer.code, { status: answer.status, fields, params: answer.params })
}
