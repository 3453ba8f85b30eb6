import type { Actor } from '../../kernel/actor.ts'
import { opennessOf } from '../../kernel/why.ts'
import { maskDocument, maskMobile } from '../../codes/mask.ts'
import type { Handlers } from '../../platform/serve/call.ts'
import type { Keyring } from '../../platform/seal/keyring.ts'
import { openPhone } from '../accounts/index.ts'
import type { deskVerbs } from './desk-contract.ts'
import { reviewsOf, type ListedReview } from './list-store.ts'
import { narrowed, reachOf } from './reach.ts'
import { factsIn, openDocument, type FactRow } from './review-store.ts'
import { actedFor, deskVerbNames, whyNot, type Silence } from './review.ts'
import { silenceOf } from './silence.ts'
import { countsOf, deskCounts, selectionOf, waitingAt } from './waiting-store.ts'

type Verbs = Handlers<typeof deskVerbs>

/** How a line stands towards who looks at it. */
export function standing(row: FactRow, actor: Actor, silence: Silence) {
  const facts = factsIn(row)
  const over = row.state === 'pending' ? actedFor(facts, silence) : null
  return {
    desk: row.desk_id === row.unit_id ? 'unit' as const : 'secondary_unit' as const, isVacant: over === 'vacant', isSilent: over === 'silent',
    ...opennessOf(deskVerbNames, (verb) => whyNot(verb, facts, actor, silence)),
  }
}

function rowOf(row: ListedReview, keyring: Keyring, actor: Actor, silence: Silence) {
  const [document, phone] = [openDocument(keyring, row.document), openPhone(keyring, row.phone)]
  return {
    id: row.id, name: row.name, sex: row.sex, documentType: document.type, document: maskDocument(document.number), phone: phone ? maskMobile(phone) : '',
    education: row.education, title: row.title, unit: row.unit_name,
    secondaryUnit: row.secondary_unit_id && row.secondary_unit_name !== null ? { id: row.secondary_unit_id, name: row.secondary_unit_name } : null,
    updatedAt: row.updated_at.toISOString(), submittedAt: row.submitted_at.toISOString(), state: row.state, revision: row.revision,
    ...standing(row, actor, silence),
  }
}

const countsIn = ({ pending = 0, approved = 0, refused = 0, left = 0 }: Record<string, number>) => ({ pending, approved, refused, left })

/** S2-45, S2-58: the unit sees all of its people, a secondary unit those at its desk. */
export const reviews: Verbs['reviews'] = async ({ tools, actor, input }) => {
  const { db, keyring } = tools
  const reach = reachOf(actor)
  const silence = await silenceOf(db, tools)
  const { rows, ...page } = await reviewsOf(db, keyring, reach, input)
  return {
    rows: rows.map((row) => rowOf(row, keyring, actor, silence)), ...page,
    counts: countsIn(rows[0] ? (rows[0].counts ?? {}) : await countsOf(db, narrowed(reach, input.desk))),
  }
}

/** E48: the set is frozen here; whoever changes meanwhile is judged anew when the batch is decided (E49). */
export const selection: Verbs['selection'] = async ({ tools, actor, input }) => {
  const most = 500
  const silence = await silenceOf(tools.db, tools)
  const found = await selectionOf(tools.db, tools.keyring, reachOf(actor), { ...input, state: 'pending' }, most + 1)
  const open = found.filter((row) => whyNot('approve', factsIn(row), actor, silence) === null)
  return { items: open.slice(0, most).map(({ id, revision }) => ({ id, revision })), more: found.length > most }
}

export const waiting: Verbs['waiting'] = async ({ tools, actor }) => waitingAt(tools.db, reachOf(actor), await silenceOf(tools.db, tools))

export const secondaryUnits: Verbs['secondaryUnits'] = async ({ tools, actor }) => ({ secondaryUnits: await deskCounts(tools.db, reachOf(actor).unitId) })
