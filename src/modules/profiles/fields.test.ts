import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { demoResidentId } from '../../codes/demo-numbers.ts'
import { derivedFrom, draftForm, missingOf, oddities, plainForm, reviewedFields, reviewedForm, settledPlain, typedDocument } from './fields.ts'
import { difference, nothingYet, plainDifference, type Reviewed } from './profile.ts'
import { refusalReasons } from './reasons.ts'

const card = { type: 'ID', number: demoResidentId('chongqing', '1990-05-06', 121) }
const reviewed: Reviewed = { document: card, unitId: 'u', secondaryUnitId: null, education: '11', degree: '2', title: '1', position: '' }

describe('what is typed', () => {
  it('S2-67 to S2-74 an empty field is nothing, a wrong one has its own word', () => {
    expect(plainForm.parse({ sex: '', qq: ' ', wechat: null })).toEqual(nothingYet)
    const issues = plainForm.safeParse({ sex: '3', nationality: 'XX', birthDate: '2200-01-01', specialty: '软', officePhone: '12', qq: '012', wechat: '1' }).error?.issues ?? []
    expect(issues.map((issue) => [issue.path[0], issue.message])).toEqual([
      ['sex', 'field.choose'], ['nationality', 'nationality.choose'], ['birthDate', 'birth_date.future'], ['specialty', 'text.length'], ['officePhone', 'landline.format'],
      ['qq', 'qq.format'], ['wechat', 'wechat.format'],
    ])
    expect(plainForm.parse({ qq: '１２３４５６', officePhone: '02301234567', nationality: 'chn' })).toMatchObject({ qq: '123456', officePhone: '023-01234567', nationality: 'CN' })
  })

  it('S2-69 S2-75 kind and number belong together, an empty secondary unit is none', () => {
    const form = reviewedForm.parse({ unitId: crypto.randomUUID(), education: '11', degree: '2', title: '1' })
    expect(form).toMatchObject({ documentType: null, secondaryUnitId: null, position: '' })
    expect(typedDocument(form)).toBeNull()
    expect(typedDocument({ documentType: 'ID', document: card.number.toLowerCase() })).toEqual(card)
    expect(typedDocument({ documentType: null, document: '1' })).toEqual({ documentType: { code: 'document_type.choose' } })
    expect(typedDocument({ documentType: 'ID', document: '1' })).toEqual({ document: { code: 'document.length' } })
  })

  it('E42 E41 a card says when its holder was born and of which sex; a passport does not', () => {
    expect([derivedFrom(card), derivedFrom({ type: 'PASSPORT', number: 'C01X00T47' }), derivedFrom(null)]).toEqual([{ sex: '1', birthDate: '1990-05-06' }, null, null])
    const typed = { ...nothingYet, sex: '2', birthDate: '1991-05-06', nationality: 'DE' }
    expect(settledPlain(typed, card).problems).toEqual({ sex: { code: 'sex.differs' }, birthDate: { code: 'profiles.birth_date.differs' }, nationality: { code: 'document.nationality' } })
    expect(settledPlain(nothingYet, card)).toEqual({ plain: { ...nothingYet, sex: '1', birthDate: '1990-05-06' }, problems: {} })
    expect(settledPlain(typed, null)).toEqual({ plain: typed, problems: {} })
  })

  it('S2-68 民族 and 政治面貌 are kept of Chinese citizens only', () => {
    const typed = { ...nothingYet, ethnicGroup: '01', politicalStatus: '13' }
    expect(settledPlain({ ...typed, nationality: 'DE' }, null).plain).toMatchObject({ ethnicGroup: null, politicalStatus: null })
    expect(settledPlain({ ...typed, nationality: 'CN' }, null).plain).toMatchObject({ ethnicGroup: '01', politicalStatus: '13' })
  })

  it('S2-62 S2-72 what is missing is named; a degree above the education is odd, not wrong', () => {
    expect(Object.keys(missingOf(nothingYet))).toEqual(['sex', 'nationality', 'birthDate'])
    expect(oddities({ degree: '2', education: '31' })).toEqual([{ code: 'degree.education' }])
    expect(oddities({ degree: '2', education: '11' })).toEqual([])
  })

  it('1.4.4 a draft keeps texts as they stand in the form, and nothing else', () => {
    expect(draftForm.safeParse({ title: 'x', document: '5', qq: null }).success).toBe(true)
    expect(draftForm.safeParse({ password: 'x' }).success).toBe(false)
    expect(draftForm.safeParse({ title: 'x'.repeat(201) }).success).toBe(false)
  })
})

describe('what is new', () => {
  it('S2-46 all six where nothing is approved, else what differs; the secondary unit counts with the unit', () => {
    expect(difference(null, reviewed)).toEqual(['document', 'unit', 'education', 'degree', 'title', 'position'])
    expect(difference(reviewed, reviewed)).toEqual([])
    expect(difference(reviewed, { ...reviewed, secondaryUnitId: 's', title: '2' })).toEqual(['unit', 'title'])
    expect(difference(reviewed, { ...reviewed, document: { ...card, type: 'OTHER' } })).toEqual(['document'])
    expect(plainDifference(nothingYet, { ...nothingYet, qq: '12345' })).toEqual(['qq'])
  })

  it('S2-46 difference is empty exactly for equals, and the same both ways', () => {
    const any = fc.record({
      document: fc.record({ type: fc.constantFrom('ID', 'OTHER'), number: fc.constantFrom('1', '2') }), unitId: fc.constantFrom('u', 'v'), secondaryUnitId: fc.option(fc.constantFrom('s', 't')),
      education: fc.constantFrom('11', '14'), degree: fc.constantFrom('2', '3'), title: fc.constantFrom('1', '2'), position: fc.constantFrom('', 'x'),
    })
    fc.assert(fc.property(any, any, (one, other) => {
      const found = difference(one, other)
      expect(found).toEqual(difference(other, one))
      expect(found.length === 0).toBe(JSON.stringify(one) === JSON.stringify(other))
    }))
  })

  it('S2-55 at most nine reasons, one for each key, each of a field under review or of none', () => {
    expect(refusalReasons.length).toBeLessThanOrEqual(9)
    for (const { field } of refusalReasons) expect(field === null || reviewedFields.includes(field)).toBe(true)
  })
})
