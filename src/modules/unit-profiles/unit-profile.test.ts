import { describe, expect, test } from 'vitest'
import { demoResidentId } from '../../codes/demo-numbers.ts'
import { unitProfileForm } from './fields.ts'
import { factsIn } from './fill-in.ts'
import { changesIn, emptyProfile, evolveProfile, greyChanges, missingIn, type ProfileFacts, type UnitProfile } from './unit-profile.ts'

const at = '2026-03-01T01:00:00Z'
const number = demoResidentId('tianjin', '1968-02-03', 3)
const typed = { phone: '16400000007', officePhone: '022-00000007', mail: 'keyan@example.com' }
const form = (more: Record<string, unknown> = {}) => unitProfileForm.parse({ ...typed, ...more })
const empty = emptyProfile('unit')
const keeping = (facts: Partial<ProfileFacts>, more: Partial<UnitProfile> = {}): UnitProfile => ({ ...empty, ...facts, ...more, version: 1 })

describe('S2-23 what a form changes', () => {
  test('only what is another value, in the order of the manual', () => {
    const before = keeping({ postCode: '300041', keywords: ['光谱', '水声', '仪器'] })
    const { facts } = factsIn(before, form({ postCode: '300041', keywords: '光谱；水声;仪器', postalAddress: '天津市和平区示例路18号' }))
    expect(changesIn(before, facts).map(({ field }) => field)).toEqual(['postalAddress', 'phone', 'officePhone', 'mail'])
  })

  test('S2-15 what was emptied becomes nothing, and zero is not nothing', () => {
    const before = keeping({ registeredCapital: '500', paidInCapital: null })
    const { facts } = factsIn(before, form({ registeredCapital: '', paidInCapital: '0.00' }))
    expect([facts.registeredCapital, facts.paidInCapital]).toEqual([null, '0'])
  })

  test('each change makes a version, whoever made it', () => {
    const changed = evolveProfile(empty, { event: 'changed', at, changes: [{ field: 'phone', from: null, to: typed.phone }] })
    expect(changed).toMatchObject({ version: 1, phone: typed.phone, fromRegistry: [], updatedAt: new Date(at) })
    const filled = evolveProfile(changed, { event: 'filled', at, fields: ['registeredOn'], changes: [{ field: 'registeredOn', from: null, to: '2009-05-18' }] })
    expect(filled).toMatchObject({ version: 2, registeredOn: '2009-05-18', fromRegistry: ['registeredOn'], registryAt: new Date(at) })
  })
})

describe('S2-24 grey fields', () => {
  const before = keeping({ registeredOn: '2009-05-18', legalDocument: { type: 'ID', number } }, { fromRegistry: ['registeredOn', 'legalDocument'] })
  const grey = (more: Record<string, unknown>) => greyChanges(before, changesIn(before, factsIn(before, form(more)).facts))

  test('another value is a change of what nobody edits', () => {
    expect(grey({ registeredOn: '2010-01-01' })).toEqual(['registeredOn'])
    expect(grey({ legalDocumentType: 'ID', legalDocument: demoResidentId('tianjin', '1970-02-03', 5) })).toEqual(['legalDocument'])
  })

  test('the same value, or none, leaves it alone', () => {
    expect(grey({})).toEqual([])
    expect(grey({ registeredOn: '2009-05-18', legalDocumentType: 'ID' })).toEqual([])
  })

  test('what the registry does not know is edited as before', () => expect(grey({ registeredCapital: '500', paidInCapital: '10' })).toEqual([]))
})

describe('S2-17 the document of the legal representative', () => {
  const before = keeping({ legalDocument: { type: 'ID', number } })
  const document = (profile: UnitProfile, more: Record<string, unknown>) => factsIn(profile, form(more))

  test('kind and number go together', () => {
    expect(document(empty, { legalDocumentType: 'ID', legalDocument: number }).facts.legalDocument).toEqual({ type: 'ID', number })
    expect(document(empty, { legalDocumentType: 'ID' }).problems).toEqual({ legalDocument: { code: 'field.required' } })
    expect(document(empty, { legalDocument: number }).problems).toEqual({ legalDocumentType: { code: 'document_type.choose' } })
    expect(document(empty, { legalDocumentType: 'ID', legalDocument: `${number.slice(0, 17)}?` }).problems.legalDocument).toBeDefined()
    expect(unitProfileForm.safeParse({ ...typed, legalDocumentType: 'LICENCE' }).success).toBe(false)
  })

  test('an empty number keeps what is known of this kind; no kind takes it away', () => {
    expect(document(before, { legalDocumentType: 'ID' }).facts.legalDocument).toEqual({ type: 'ID', number })
    expect(document(before, { legalDocumentType: 'PASSPORT' }).problems).toEqual({ legalDocument: { code: 'field.required' } })
    expect(document(before, {}).facts.legalDocument).toBeNull()
  })
})

test('S2-25 which starred fields are empty still', () => {
  expect(missingIn(empty)).toEqual(['phone', 'officePhone', 'mail'])
  expect(missingIn(keeping(typed))).toEqual([])
})
