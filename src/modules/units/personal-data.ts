import { sql } from 'kysely'
import { sectionOf, type PersonalData } from '../../platform/personal-data.ts'

const sealedIn = { mail: 'unit_registration.contact_mail', phone: 'unit_registration.contact_phone' }

/** Registrations of units that this account handed in, with the contact named there. */
export const unitsPersonalData: PersonalData = {
  shows: ['unit_registration.contact_name', 'unit_registration.contact_mail', 'unit_registration.contact_phone'],
  async of(db, { actor, tools: { keyring } }, most) {
    const { rows } = await sql<{ id: string; state: string; name: string | null; contact_name: string; contact_mail: string; contact_phone: string; created_at: Date; submitted_at: Date | null; decided_at: Date | null }>`
      select id, state, name, contact_name, contact_mail, contact_phone, created_at, submitted_at, decided_at from unit_registration
      where account_id = ${actor.accountId} order by created_at desc, id desc limit ${most + 1}`.execute(db)
    if (rows.length === 0) return []
    return [sectionOf('myData.section.registrations', rows, most, (row) => ({
      id: row.id,
      facts: [
        { label: 'myData.field.unit', value: row.name }, { label: 'myData.field.state', value: { word: `units.state.${row.state}` } },
        { label: 'myData.field.contactName', value: row.contact_name },
        { label: 'myData.field.mail', value: keyring.open(row.contact_mail, sealedIn.mail) },
        { label: 'myData.field.phone', value: keyring.open(row.contact_phone, sealedIn.phone) },
        { label: 'myData.field.createdAt', value: row.created_at }, { label: 'myData.field.submittedAt', value: row.submitted_at },
        { label: 'myData.field.decidedAt', value: row.decided_at },
      ],
    }))]
  },
}
