import { sql } from 'kysely'
import type { Db, Tx } from '../../platform/db/database.ts'
import type { AgreementState } from './agreement.ts'

export interface Agreement {
  id: string
  number: number
  title: string
  titleEn: string
  body: string
  bodyEn: string
  changeNote: string
  state: AgreementState
  inForceAt: Date | null
  version: number
}

const columns = [
  'id', 'number', 'title', 'title_en as titleEn', 'body', 'body_en as bodyEn', 'change_note as changeNote',
  sql<AgreementState>`state`.as('state'), sql<Date | null>`in_force_at`.as('inForceAt'), 'version',
] as const

const agreements = (db: Db) => db.selectFrom('agreement').select(columns)

/** The version that people accept now. */
export const agreementInForce = (db: Db): Promise<Agreement | undefined> => agreements(db).where('state', '=', 'in_force').executeTakeFirst()

export const agreementById = (db: Db, id: string): Promise<Agreement | undefined> => agreements(db).where('id', '=', id).executeTakeFirst()

/** The version before this one, for the comparison. */
export const agreementBefore = (db: Db, number: number): Promise<Agreement | undefined> =>
  agreements(db).where('number', '<', number).orderBy('number', 'desc').limit(1).executeTakeFirst()

/** Every version, the newest first: a handful. */
export const allAgreements = (db: Db): Promise<Agreement[]> => agreements(db).orderBy('number', 'desc').execute()

/** The draft and the version in force, locked in one order, so that two deeds never wait for each other crosswise. */
export const agreementsForUpdate = (tx: Tx): Promise<Agreement[]> =>
  agreements(tx).where('state', 'in', ['draft', 'in_force']).orderBy('number').forUpdate().execute()

export type AgreementText = Pick<Agreement, 'title' | 'titleEn' | 'body' | 'bodyEn' | 'changeNote'>

const textColumns = (text: AgreementText) =>
  ({ title: text.title, title_en: text.titleEn, body: text.body, body_en: text.bodyEn, change_note: text.changeNote })

export const addAgreement = (tx: Tx, id: string, number: number, text: AgreementText): Promise<unknown> =>
  tx.insertInto('agreement').values({ id, number, ...textColumns(text) }).execute()

export const rewriteAgreement = (tx: Tx, row: Agreement, text: AgreementText): Promise<unknown> =>
  tx.updateTable('agreement').set({ ...textColumns(text), version: row.version + 1 }).where('id', '=', row.id).execute()

export const changeAgreementState = (tx: Tx, row: Agreement, state: AgreementState): Promise<unknown> =>
  tx.updateTable('agreement')
    .set({ state, version: row.version + 1, ...(state === 'in_force' && { in_force_at: sql<string>`now()` }) })
    .where('id', '=', row.id).execute()
