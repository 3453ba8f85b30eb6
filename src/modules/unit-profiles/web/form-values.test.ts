import { expect, test } from 'vitest'
import { drafts } from '../../../web/drafts.ts'
import { draftOf, keepDraft } from './draft.ts'
import { odditiesOf, ownChanges } from './form-values.ts'

const place = { name: '示例公司（演示）', province: '120000', district: '120101' }

test('I8 only what one changed oneself is laid over a newer state', () => {
  const initial = { postCode: '300041', contactName: undefined, keywords: '光谱、水声、仪器', bank: { accountName: '示例公司（演示）' } }
  expect(ownChanges({ ...initial, contactName: '' }, initial)).toEqual({})
  expect(ownChanges({ ...initial, postCode: '300042', contactName: '何遥' }, initial)).toEqual({ postCode: '300042', contactName: '何遥' })
  expect(ownChanges({ ...initial, postCode: '' }, initial)).toEqual({ postCode: '' })
})

test('S2-15 S2-21 what looks odd is said of what is typed, with blanks and commas as people type them', () => {
  const typed = { registeredCapital: '1,000', paidInCapital: '1 000.5', postCode: '400041', bank: { accountName: '示例集团', bankAccount: '6200 0000 0000 0005', bankCode: '', bankName: '' } }
  expect(odditiesOf(typed, place, true).map(({ field }) => field)).toEqual(['postCode', 'bank.accountName', 'bank.bankAccount'])
  expect(odditiesOf({ ...typed, paidInCapital: '1000.5' }, place, false).map(({ field }) => field)).toEqual(['postCode', 'paidInCapital'])
})

test('D23 contact, document and bank account never stay in the browser', () => {
  const store = new Map<string, string>()
  const kept = { getItem: (k: string) => store.get(k) ?? null, setItem: (k: string, v: string) => void store.set(k, v), removeItem: (k: string) => void store.delete(k), key: () => null, length: 0 }
  keepDraft(kept, 'unit', { postCode: '300041', phone: '16400000007', mail: 'a@example.com', contactName: '周雨桐', legalDocument: '1', legalDocumentType: 'ID', bank: { bankAccount: '1' } })
  expect(draftOf(kept, 'unit')).toEqual({ postCode: '300041' })
  expect([...store.values()].join()).not.toMatch(/164|example|周/)
  expect(drafts('x', ['postCode']).of(kept, 'unit')).toBeNull()
})
