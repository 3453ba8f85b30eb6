import { sectionOf, type PersonalData } from '../../platform/personal-data.ts'

/** What somebody asked, with the answers. */
export const helpPersonalData: PersonalData = {
  shows: ['help_question.sentence', 'help_question.note', 'help_question.answer'],
  async of(db, { actor }, most) {
    const rows = await db
      .selectFrom('help_question').select(['id', 'sentence', 'path', 'note', 'state', 'answer', 'asked_at', 'answered_at'])
      .where('account_id', '=', actor.accountId).orderBy('asked_at', 'desc').orderBy('id', 'desc').limit(most + 1).execute()
    return [sectionOf('myData.section.questions', rows, most, (row) => ({
      id: row.id,
      facts: [
        { label: 'myData.field.at', value: row.asked_at }, { label: 'myData.field.sentence', value: row.sentence },
        { label: 'myData.field.page', value: row.path }, { label: 'myData.field.note', value: row.note },
        { label: 'myData.field.state', value: { word: `help.state.${row.state}` } },
        { label: 'myData.field.answeredAt', value: row.answered_at }, { label: 'myData.field.answer', value: row.answer || null },
      ],
    }))]
  },
}
