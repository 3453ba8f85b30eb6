import { sql } from 'kysely'
import type { Db } from '../../platform/db/database.ts'
import type { CallDocument } from '../calls/document.ts'
import type { Content } from '../calls/form/definition.ts'

/** A submitted version as it was frozen, with everything that a print or a verification says of it. */
export interface SubmittedVersion {
  applicationId: string
  revision: number
  /** Of the application: the last submitted one. */
  isLatest: boolean
  number: string
  title: string
  category: string
  leaderName: string
  unitName: string
  secondaryUnitName: string | null
  callId: string
  callCode: string
  callVersion: number
  document: CallDocument
  content: Content
  hash: string
  receivedAt: Date
  submittedBy: string
  /** Signed (Ed25519, JWS compact): `readReceipt` opens it. */
  receipt: string
}

/** The version of that number, or the last one submitted; null where there is none. */
export async function versionOf(db: Db, id: string, revision?: number): Promise<SubmittedVersion | null> {
  const { rows: [row] } = await sql<{
    id: string; revision: number; latest: number; number: string; title: string; category: string; leader_name: string; unit_name: string; secondary_unit_name: string | null
    call_id: string; code: string; call_version: number; document: CallDocument; content: Content; hash: string; received_at: Date; submitted_by: string; receipt: string
  }>`
    select a.id, v.revision, a.revision as latest, a.number, a.title, a.category, v.leader_name, v.unit_name, v.secondary_unit_name,
      a.call_id, c.code, v.call_version, d.document, v.content, v.hash, v.received_at, v.submitted_by, v.receipt
    from application a join application_version v on v.application_id = a.id and v.revision = ${revision ?? sql`a.revision`}
      join call c on c.id = a.call_id join call_version d on d.call_id = v.call_id and d.version = v.call_version
    where a.id = ${id}`.execute(db)
  if (!row) return null
  return {
    applicationId: row.id, revision: row.revision, isLatest: row.revision === row.latest, number: row.number, title: row.title, category: row.category,
    leaderName: row.leader_name, unitName: row.unit_name, secondaryUnitName: row.secondary_unit_name, callId: row.call_id, callCode: row.code,
    callVersion: row.call_version, document: row.document, content: row.content, hash: row.hash, receivedAt: row.received_at, submittedBy: row.submitted_by,
    receipt: row.receipt,
  }
}
