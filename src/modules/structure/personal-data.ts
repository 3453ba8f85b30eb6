import { sql } from 'kysely'
import { identityDocumentTypes } from '../../codes/identity-document.ts'
import { maskDocument } from '../../codes/mask.ts'
import { named, sectionOf, type PersonalData } from '../../platform/personal-data.ts'
import { grantIn, type RoleGrantRow } from './role-grant-store.ts'

type Row = RoleGrantRow & { unit: string; secondary_unit: string | null }

/** Posts within a unit that name somebody: those he holds or held, and those that wait for his sign-in, once somebody answers for his number (D14). */
export const structurePersonalData: PersonalData = {
  shows: ['role_grant.name', 'role_grant.phone', 'role_grant.document', 'role_grant.end_reason'],
  async of(db, { actor, tools: { keyring } }, most) {
    const { rows } = await sql<Row>`
      select g.*, u.name as unit, s.name as secondary_unit
      from role_grant g join unit u on u.id = g.unit_id left join secondary_unit s on s.id = g.secondary_unit_id
      where g.account_id = ${actor.accountId} or (g.account_id is null and upper_inf(g.during)
        and g.document_blind in (
          select p.document_blind from person p where p.account_id = ${actor.accountId} and (p.vouched_at is not null or p.document_proven_at is not null)))
      order by g.granted_at desc, g.id desc limit ${most + 1}`.execute(db)
    if (rows.length === 0) return []
    return [sectionOf('myData.section.roles', rows, most, (row) => {
      const g = grantIn(row, keyring)
      return {
        id: g.id,
        facts: [
          { label: 'myData.field.post', value: { word: `accounts.post.${g.kind}` } },
          { label: 'myData.field.unit', value: row.unit }, { label: 'myData.field.secondaryUnit', value: row.secondary_unit },
          { label: 'myData.field.state', value: { word: `myData.role.${g.state}` } },
          { label: 'myData.field.name', value: g.name }, { label: 'myData.field.phone', value: g.phone },
          { label: 'myData.field.documentType', value: named(identityDocumentTypes.items, g.document.type) },
          { label: 'myData.field.document', value: { whole: g.document.number, masked: maskDocument(g.document.number) } },
          { label: 'myData.field.grantedAt', value: g.grantedAt }, { label: 'myData.field.activatedAt', value: g.activatedAt },
          { label: 'myData.field.until', value: g.endedAt }, { label: 'myData.field.reason', value: g.endReason.startsWith('structure.reason.') ? { word: g.endReason } : g.endReason || null },
        ],
      }
    })]
  },
}
