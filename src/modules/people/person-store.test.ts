import { describe, expect, it } from 'vitest'
import { makeKeyring } from '../../platform/seal/keyring.ts'
import { comparable, documentColumns, personSealed } from './person-store.ts'

const ring = (id: string, n: number) => makeKeyring([{ id, secret: Buffer.alloc(32, n) }], 'aes')

describe('a sealed document', () => {
  it.each([
    { type: 'ID', number: '12019919880305001X' }, { type: 'HKM_TP', number: 'H1234567801' }, { type: 'OTHER', number: 'A-(12)34' },
  ])('$type is found under another key as under the one before: its indexes are made of the sealed text alone', (document) => {
    const [before, after] = [ring('old', 1), ring('new', 2)]
    const [column] = personSealed
    const plain = before.open(documentColumns(before, document).document ?? '', column?.context ?? '')
    const rotated = Object.fromEntries((column?.blind ?? []).map(({ column: name, of, context }) => [name, after.blind(of(plain) ?? '', context)]))
    const { document_blind, document_last4_blind } = documentColumns(after, document)
    expect(rotated).toEqual({ document_blind, document_last4_blind })
  })

  it('E16 the renewal of a travel permit does not make another human, another kind does', () => {
    expect(comparable({ type: 'HKM_TP', number: 'H1234567801' })).toBe(comparable({ type: 'HKM_TP', number: 'H1234567802' }))
    expect(comparable({ type: 'PASSPORT', number: '12345678' })).not.toBe(comparable({ type: 'TW_TP', number: '12345678' }))
  })

  it('nothing is sealed where there is no document', () => {
    expect(documentColumns(ring('old', 1), null)).toEqual({ document_type: null, document: null, document_blind: null, document_last4_blind: null })
  })
})
