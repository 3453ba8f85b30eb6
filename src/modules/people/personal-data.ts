import { identityDocumentTypes } from '../../codes/identity-document.ts'
import { maskDocument } from '../../codes/mask.ts'
import { named, sectionOf, type PersonalData, type PersonalSection } from '../../platform/personal-data.ts'
import { namesOfUnits } from './me-store.ts'
import { lifeOf } from './person-journal.ts'
import { personOfAccount } from './person-store.ts'
import { ownTimeline } from './show.ts'

/** Who somebody is to the platform, and what happened to him there. */
export const peoplePersonalData: PersonalData = {
  shows: ['person.user_name', 'person.name', 'person.document', 'person.state_reason'],
  async of(db, { actor, tools: { keyring } }, most): Promise<PersonalSection[]> {
    const p = await personOfAccount(db, keyring, actor.accountId)
    if (!p) return []
    const events = await lifeOf(db, keyring, p.id)
    const names = await namesOfUnits(db, [...events.map((e) => e.body.unitId), p.unitId].filter((id) => typeof id === 'string'))
    const person = sectionOf('myData.section.person', [p], 1, () => ({
      id: p.id,
      facts: [
        { label: 'myData.field.userName', value: p.userName },
        { label: 'myData.field.name', value: p.name },
        { label: 'myData.field.documentType', value: named(identityDocumentTypes.items, p.document?.type ?? null) },
        { label: 'myData.field.document', value: p.document && { whole: p.document.number, masked: maskDocument(p.document.number) } },
        { label: 'myData.field.unit', value: names.get(p.unitId ?? '') },
        { label: 'myData.field.state', value: { word: `people.state.${p.state}` } },
        { label: 'myData.field.since', value: p.since },
        { label: 'myData.field.reason', value: p.reason || null },
        { label: 'myData.field.joinedAt', value: p.joinedAt },
        { label: 'myData.field.vouchedAt', value: p.vouchedAt },
        { label: 'myData.field.provenAt', value: p.provenAt },
        { label: 'myData.field.createdAt', value: p.createdAt },
      ],
    }))
    const past = ownTimeline(events, p, names).reverse()
    return [person, sectionOf('myData.section.history', past.map((one, i) => ({ ...one, n: past.length - i })), most, (one) => ({
      id: String(one.n),
      facts: [
        { label: 'myData.field.at', value: new Date(one.at) },
        { label: 'myData.field.what', value: { word: `people.event.${one.event}` } },
        { label: 'myData.field.by', value: one.by },
        { label: 'myData.field.unit', value: one.unit },
        { label: 'myData.field.reason', value: one.reason },
      ],
    }))]
  },
}
