import { maskDocument } from '../../codes/mask.ts'
import { sectionOf, type PersonalData, type PersonalFact } from '../../platform/personal-data.ts'
import { identitiesOf, type Said } from './identity-store.ts'

/** What the provider said of whoever came through a door, as far as it is about a person. */
function saidFacts(said: Said): PersonalFact[] {
  const document = 'document' in said ? said.document : said.legalDocument
  const masked = document && maskDocument(document.number)
  return [
    { label: 'myData.field.name', value: 'document' in said ? said.name : said.contactName },
    { label: 'myData.field.unit', value: 'document' in said ? null : said.name },
    { label: 'myData.field.legalRepresentative', value: 'document' in said ? null : said.legalRepresentative },
    // Of the legal representative, who is not the one that asks, the unit's own page shows it whole, for a reason that is recorded.
    { label: 'myData.field.document', value: document && masked && ('document' in said ? { whole: document.number, masked } : masked) },
    { label: 'myData.field.phone', value: said.phone },
  ]
}

/** Identities at the city's provider that are linked with the account, and what it said of them last. */
export const cityPersonalData: PersonalData = {
  shows: ['identity.subject', 'identity.name', 'identity.said'],
  async of(db, { actor, tools: { keyring } }, most) {
    const identities = await identitiesOf(db, keyring, actor.accountId)
    if (identities.length === 0) return []
    return [sectionOf('myData.section.identities', identities, most, (i) => ({
      id: i.id,
      facts: [
        { label: 'myData.field.issuer', value: i.issuer }, { label: 'myData.field.identity', value: i.subject },
        { label: 'myData.field.identityName', value: i.name }, { label: 'myData.field.linkedAt', value: i.linkedAt },
        { label: 'myData.field.seenAt', value: i.lastSeenAt }, ...saidFacts(i.said),
      ],
    }))]
  },
}
