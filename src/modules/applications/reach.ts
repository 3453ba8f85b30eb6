import { sql, type RawBuilder } from 'kysely'
import type { Actor } from '../../kernel/actor.ts'

const nobody = '00000000-0000-0000-0000-000000000000'

/** What has come to the authority's or the bureau's level at least once, and is not with the leader before that (1.3.2). */
const fromAuthority = sql`(a.state in ('authority','bureau','accepted','not_accepted') or a.returned_by in ('authority','bureau'))`
const fromBureau = sql`(a.state in ('authority','bureau','accepted','not_accepted') or a.returned_by = 'bureau')`

/**
 * Which submitted versions `v` of an application `a` within reach somebody reads. The authority and the bureau: while it is at the
 * authority's level or above, all of them; while it is with the leader, the department or the unit again, those that they had judged and
 * nothing that has come since (1.3.2).
 */
export const versionsWithin = ({ mandate }: Pick<Actor, 'mandate'>): RawBuilder<unknown> => (mandate?.post !== 'authority_officer' ? sql`true` : sql`(
  a.state in ('authority','bureau','accepted','not_accepted')
  or v.revision <= (select max(d.revision) from application_decision d where d.application_id = a.id and d.desk_id = ${mandate.scopeId ?? nobody}))`)

/**
 * Which applications `a` somebody may see at all (1.3.2). The unit: all of it, drafts included (S2-79); a secondary unit: those of its
 * people (S2-86); the authority and the bureau: what came up to them.
 */
export function within({ mandate }: Pick<Actor, 'mandate'>): RawBuilder<unknown> {
  const scope = mandate?.scopeId ?? nobody
  switch (mandate?.post) {
    case 'unit_account':
    case 'authorised_person': return sql`a.unit_id = ${scope}`
    case 'secondary_unit_manager': return sql`(a.secondary_unit_id = ${scope} or a.department_desk = ${scope})`
    case 'authority_officer': return sql`((a.authority_desk = ${scope} and ${fromAuthority}) or (a.bureau_desk = ${scope} and ${fromBureau}))`
    default: return sql`false`
  }
}
