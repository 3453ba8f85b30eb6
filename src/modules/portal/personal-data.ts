import { sectionOf, type PersonalData } from '../../platform/personal-data.ts'

/** Which versions of the user agreement somebody accepted, when and from where. */
export const portalPersonalData: PersonalData = {
  shows: ['agreement_acceptance.address'],
  async of(db, { actor }, most) {
    const rows = await db
      .selectFrom('agreement_acceptance as c').innerJoin('agreement as a', 'a.id', 'c.agreement_id')
      .select(['c.id', 'a.number', 'a.title', 'a.title_en', 'c.accepted_at', 'c.address', 'c.lang'])
      .where('c.account_id', '=', actor.accountId).orderBy('c.accepted_at', 'desc').orderBy('c.id').limit(most + 1).execute()
    return [sectionOf('myData.section.agreements', rows, most, (row) => ({
      id: row.id,
      facts: [
        { label: 'myData.field.agreement', value: { zh: row.title, en: row.title_en } },
        { label: 'myData.field.number', value: row.number },
        { label: 'myData.field.at', value: row.accepted_at },
        { label: 'myData.field.address', value: row.address },
      ],
    }))]
  },
}
