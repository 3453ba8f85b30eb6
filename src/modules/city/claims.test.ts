import { describe, expect, it } from 'vitest'
import { demoCreditCode, demoMobile, demoResidentId } from '../../codes/demo-numbers.ts'
import { isRefusal } from '../../kernel/refusal.ts'
import { legalFactsIn, personFactsIn, type Claims } from './claims.ts'
import type { ClaimNames } from './claim-names.ts'

/** As the settings have them before anybody changes one. */
const names: ClaimNames = {
  kind: 'user_type', kindLegal: 'legal', kindPerson: 'person', creditCode: 'credit_code', unitName: 'unit_name', representative: 'legal_representative',
  representativeDocumentType: 'legal_representative_document_type', representativeDocument: 'legal_representative_document', registrationType: 'registration_type',
  registeredCapital: 'registered_capital', paidInCapital: 'paid_in_capital', registeredOn: 'registered_on', district: 'district', address: 'registered_address',
  name: 'name', documentType: 'document_type', document: 'document_number', phone: 'phone_number', documentTypes: '',
}
const id = demoResidentId('chongqing', '1991-09-09', 2)
const person: Claims = { user_type: 'person', name: '向晚晴', document_type: '111', document_number: id, phone_number: `+86 ${demoMobile(1)}` }
const legal: Claims = {
  user_type: 'legal', credit_code: demoCreditCode('chongqing', 1).toLowerCase(), unit_name: ' 渝州示范新材料有限公司（演示） ', legal_representative: '罗示范',
  legal_representative_document: id, registered_capital: 1200.5, registered_on: '2009-05-20', district: '500199', registered_address: '科苑大道1号',
}
const without = (claims: Claims, ...gone: string[]): Claims => Object.fromEntries(Object.entries(claims).filter(([name]) => !gone.includes(name)))
const refused = (facts: unknown) => (isRefusal(facts) ? [facts.code, facts.params.claim ?? null] : facts)

describe('S2-01 what the provider says of a person', () => {
  it('is taken in canonical form', () => {
    expect(personFactsIn(person, names)).toEqual({ name: '向晚晴', document: { type: 'ID', number: id }, phone: demoMobile(1) })
  })

  it.each([
    ['our own code', { document_type: 'ID' }, 'ID', id], ['GA/T 517', { document_type: '111' }, 'ID', id], ['nothing', { document_type: undefined }, 'ID', id],
    ['one number of GA/T 517 for two kinds', { document_type: '414', document_number: 'E12345678', name: 'LI MING' }, 'PASSPORT_CN', 'E12345678'],
    ['the same for a foreign passport', { document_type: '414', document_number: 'X1234567', name: 'JANE DOE' }, 'PASSPORT', 'X1234567'],
  ])('the kind of a document by %s', (_, more, type, number) => {
    expect(personFactsIn({ ...person, ...more }, names)).toMatchObject({ document: { type, number } })
  })

  it('the kind of a document as the operator said it is, and nothing that he did not', () => {
    const other = { ...person, document_type: 'SFZ' }
    expect(refused(personFactsIn(other, names))).toEqual(['city.claim.odd', 'document_type'])
    expect(personFactsIn(other, { ...names, documentTypes: 'HZ=PASSPORT SFZ=ID' })).toMatchObject({ document: { type: 'ID' } })
    expect(refused(personFactsIn(other, { ...names, documentTypes: 'SFZ=NOTHING' }))).toEqual(['city.claim.odd', 'document_type'])
  })

  it.each([
    [{ name: undefined }, ['city.claim.missing', 'name']], [{ name: '  ' }, ['city.claim.missing', 'name']], 
    [{ name: '王'.repeat(600) }, ['city.claim.missing', 'name']], [{ name: '王<b>' }, ['city.claim.odd', 'name']],
    [{ document_number: undefined }, ['city.claim.missing', 'document_number']], [{ document_number: id.slice(0, 17) + (id.endsWith('1') ? '2' : '1') }, ['city.claim.odd', 'document_number']],
    [{ document_number: [id] }, ['city.claim.missing', 'document_number']], [{ document_number: { $ne: null } }, ['city.claim.missing', 'document_number']],
    [{ user_type: 'legal' }, ['city.wrong_door.person', null]], [{ user_type: 'robot' }, ['city.claim.odd', 'user_type']],
  ])('%j is refused', (more, expected) => {
    expect(refused(personFactsIn({ ...person, ...more }, names))).toEqual(expected)
  })

  it.each([[undefined], ['12'], ['+852 9123 4567'], [{}]])('a phone that is none (%j) is left out', (phone_number) => {
    expect(personFactsIn({ ...person, phone_number }, names)).toMatchObject({ phone: null })
  })

  it('where the provider does not say of which kind somebody is, the facts decide', () => {
    expect(personFactsIn(without(person, 'user_type'), names)).toMatchObject({ name: '向晚晴' })
    expect(refused(personFactsIn(without(legal, 'user_type'), names))).toEqual(['city.claim.missing', 'document_number'])
  })

  it('claims stand under other names, and within each other, where the city has it so', () => {
    const city = { userInfo: { realName: '向晚晴', cert: { no: id } }, 'mobile.no': demoMobile(2) }
    expect(personFactsIn(city, { ...names, kind: '', name: 'userInfo.realName', document: 'userInfo.cert.no', documentType: '', phone: 'mobile.no' }))
      .toEqual({ name: '向晚晴', document: { type: 'ID', number: id }, phone: demoMobile(2) })
    for (const name of ['constructor', '__proto__', 'toString', 'userInfo.constructor.name']) {
      expect(refused(personFactsIn(city, { ...names, kind: '', name, document: 'userInfo.cert.no' }))).toEqual(['city.claim.missing', name])
    }
  })
})

describe('S2-03 what the provider says of a legal entity', () => {
  it('is taken in canonical form; what only other rooms can check is passed on', () => {
    expect(legalFactsIn(legal, names)).toEqual({
      creditCode: demoCreditCode('chongqing', 1), name: '渝州示范新材料有限公司（演示）', legalRepresentative: '罗示范', legalDocument: { type: 'ID', number: id }, registrationType: null,
      registeredCapital: '1200.5', paidInCapital: null, registeredOn: '2009-05-20', district: '500199', address: '科苑大道1号', contactName: null, phone: null,
    })
  })

  it.each([
    [{ credit_code: undefined }, ['city.claim.missing', 'credit_code']], [{ credit_code: '91500199MX0000010' }, ['city.credit_code', null]],
    [{ unit_name: undefined }, ['city.claim.missing', 'unit_name']], [{ unit_name: '<b>' }, ['city.claim.odd', 'unit_name']],
    [{ legal_representative: undefined }, ['city.claim.missing', 'legal_representative']], [{ user_type: 'person' }, ['city.wrong_door.legal', null]],
  ])('%j is refused', (more, expected) => {
    expect(refused(legalFactsIn({ ...legal, ...more }, names))).toEqual(expected)
  })

  it.each(['legal_representative_document', 'registered_capital', 'registered_on', 'district', 'registered_address'])('without %s it comes in all the same', (gone) => {
    expect(isRefusal(legalFactsIn(without(legal, gone), names))).toBe(false)
  })
})
