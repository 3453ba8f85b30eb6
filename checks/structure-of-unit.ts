import { sql } from 'kysely'
import { demoResidentId } from '../src/codes/demo-numbers.ts'
import { newId } from '../src/kernel/ids.ts'
import { documentColumns } from '../src/modules/people/person-store.ts'
import { structureContract as verbs } from '../src/modules/structure/contract.ts'
import { activeUnit } from './active-unit.ts'
import { person, signedIn, type Person } from './people.ts'
import type { TestServer, Visitor } from './server.ts'

export interface UnitAtDesk {
  id: string
  account: Person
  visitor: Visitor
}

/** An active unit whose account is signed in. */
export async function unitAtDesk(server: TestServer): Promise<UnitAtDesk> {
  const id = await activeUnit(server.tools.db)
  const account = await person(server, { post: 'unit_account', scopeId: id })
  return { id, account, visitor: await signedIn(server, account) }
}

/** Somebody with a local account, as a unit names him. */
export interface Human {
  account: Person
  personId: string
  /** What a unit types to name him. */
  named: { name: string; phone: string; documentType: string; document: string }
}

const names = ['欧阳若兰', '诸葛明远', '司马青云', '上官文静', '慕容晓峰', '令狐子安', '夏侯淑华', '皇甫永年']
let counted = 0

/** Whom a unit names without an account of his. */
export const stranger = (more: Partial<Human['named']> = {}): Human['named'] => {
  const n = ++counted
  return { name: names[n % names.length] ?? '', phone: `164${String(70_000_000 + n)}`, documentType: 'ID', document: demoResidentId('chongqing', '1980-05-06', n), ...more }
}

/** A person of a unit, whose document the unit vouches for unless told otherwise; no verb of the way there is what is tested here. */
export async function human(server: TestServer, unitId: string, more: Partial<Human['named']> & { vouched?: boolean } = {}): Promise<Human> {
  const { vouched = true, ...given } = more
  const named = stranger(given)
  const account = await person(server, { displayName: named.name, phone: named.phone, post: 'person' })
  const personId = newId()
  const { db, keyring, clock } = server.tools
  const now = clock.now()
  await db.insertInto('person').values({
    id: personId, account_id: account.accountId, user_name: account.userName, name: named.name, ...documentColumns(keyring, { type: named.documentType, number: named.document }),
    state: vouched ? 'enabled' : 'new', unit_id: unitId, place: ++counted, joined_at: now, vouched_at: vouched ? now : null,
  }).execute()
  return { account, personId, named }
}

/** The line of a person in the review list of a unit, as a submission would leave it; gives its id. */
export async function stands(
  server: TestServer, unitId: string, who: Pick<Human, 'personId' | 'named' | 'account'>,
  at: { secondaryUnitId?: string | null; desk?: string; state?: string; position?: string; specialty?: string; draft?: boolean } = {},
): Promise<string> {
  const { db, keyring, clock } = server.tools
  const [id, now, place] = [newId(), clock.now(), ++counted]
  const { secondaryUnitId = null, state = 'pending' } = at
  const { document, document_blind, document_last4_blind } = documentColumns(keyring, { type: who.named.documentType, number: who.named.document })
  await db.transaction().execute(async (tx) => {
    await sql`insert into profile (person_id, specialty, draft, drafted_at)
      values (${who.personId}, ${at.specialty ?? null}, ${at.draft ? 'x' : null}, ${at.draft ? now : null})`.execute(tx)
    await sql`
      insert into profile_revision (person_id, version, unit_id, unit_name, secondary_unit_id, document_type, document, document_blind, education, title, position, submitted_at, submitted_by)
      values (${who.personId}, 1, ${unitId}, '示例单位', ${secondaryUnitId}, 'ID', ${document}, ${document_blind}, '1', '1', ${at.position ?? ''}, ${now}, ${who.account.accountId})`.execute(tx)
    await sql`
      insert into profile_review (id, person_id, unit_id, revision, state, desk_id, secondary_unit_id, secondary_unit_active, place, name, document, document_blind, document_last4_blind,
        education, title, submitted_at, decided_at, updated_at)
      values (${id}, ${who.personId}, ${unitId}, 1, ${state}, ${at.desk ?? secondaryUnitId ?? unitId}, ${secondaryUnitId}, ${secondaryUnitId ? true : null}, ${place}, ${who.named.name},
        ${document}, ${document_blind}, ${document_last4_blind}, '1', '正高', ${now}, ${state === 'pending' ? null : now}, ${now})`.execute(tx)
  })
  return id
}

/** Where a line stands: its secondary unit and its desk. */
export async function placeOf(server: TestServer, reviewId: string): Promise<{ secondaryUnitId: string | null; deskId: string; state: string }> {
  const row = await server.tools.db.selectFrom('profile_review').select(['secondary_unit_id', 'desk_id', 'state']).where('id', '=', reviewId).executeTakeFirstOrThrow()
  return { secondaryUnitId: row.secondary_unit_id, deskId: row.desk_id, state: row.state }
}

/** 新增二级单位 with somebody who has no account yet, unless told otherwise; gives its id. */
export async function secondaryUnit(server: TestServer, unit: UnitAtDesk, name: string, manager: Human['named'] = stranger()): Promise<string> {
  const added = await server.ask(verbs.addSecondaryUnit, { name, manager }, unit.visitor)
  if (added.status !== 200) throw new Error(`not added: ${added.text}`)
  return added.body.id ?? ''
}
