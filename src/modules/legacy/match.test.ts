import { describe, expect, test } from 'vitest'
import { match, type Known, type Traits } from './match.ts'

const row: Traits = { kind: 'person', userName: 'lin', name: '林知远', mail: 'm', phone: 'p', document: 'd', unit: 'u' }
const known = (more: Partial<Known>): Known => ({ id: 'a', kind: 'person', userName: 'x', name: '另名', mail: null, phone: null, document: null, unit: 'v', vouched: false, ...more })
const met = (...all: Known[]) => {
  const found = match(row, all)
  return found.is === 'same' ? `same ${found.as.id}` : found.is === 'conflict' ? found.reason : found.is
}

describe('S1-05 no person twice', () => {
  test('nobody near is new', () => expect(met()).toBe('new'))

  test.each<[string, Partial<Known>, string]>([
    ['S1-05 document of the same unit, vouched', { name: '林知远', document: 'd', vouched: true, unit: 'u' }, 'same a'],
    ['S1-05 document typed for the same unit, with another user name, mailbox and phone: anybody could', { name: '林知远', document: 'd', unit: 'u' }, 'document_waiting'],
    ['document typed for the same unit, with the user name', { name: '林知远', document: 'd', unit: 'u', userName: 'lin' }, 'same a'],
    ['document typed for the same unit, with the mailbox', { name: '林知远', document: 'd', unit: 'u', mail: 'm' }, 'same a'],
    ['document that another unit answers for', { name: '林知远', document: 'd', vouched: true }, 'vouched_elsewhere'],
    ['even with the same user name', { name: '林知远', userName: 'lin', document: 'd', vouched: true }, 'vouched_elsewhere'],
    ['document of somebody with another name', { document: 'd', vouched: true, unit: 'u' }, 'document'],
    ['document typed by the same name for another unit', { name: '林知远', document: 'd' }, 'document_waiting'],
    ['document that anybody typed, under another name: the number is not his', { document: 'd' }, 'new'],
    ['user name and name', { userName: 'lin', name: '林知远' }, 'same a'],
    ['user name and name, but another document', { userName: 'lin', name: '林知远', document: 'e' }, 'user_name'],
    ['user name of somebody else', { userName: 'lin' }, 'user_name'],
    ['user name of a unit account', { userName: 'lin', name: '林知远', kind: 'unit_account' }, 'user_name'],
    ['user name of one who is registering a unit', { userName: 'lin', name: '林知远', kind: 'other' }, 'user_name'],
    ['proven mailbox and name', { mail: 'm', name: '林知远' }, 'same a'],
    ['mailbox of somebody else', { mail: 'm' }, 'mail'],
    ['a phone alone, even with the name, proves nothing', { phone: 'p', name: '林知远' }, 'phone'],
    ['Latin names whatever their capitals', { mail: 'm', name: '林知远 ' }, 'same a'],
  ])('%s', (_title, more, expected) => expect(met(known(more))).toBe(expected))

  test('two accounts of the same person are a conflict, and so is one with something of a stranger', () => {
    const mine = known({ userName: 'lin', name: '林知远' })
    expect(met(mine, known({ id: 'b', mail: 'm', name: '林知远' }))).toBe('several')
    expect(met(known({ id: 'b', phone: 'p' }), mine)).toBe('phone')
    expect(met(known({ id: 'b', document: 'd' }), mine)).toBe('same a')
  })

  test('the weightiest conflict is told', () => expect(met(known({ phone: 'p' }), known({ id: 'b', userName: 'lin' }))).toBe('user_name'))

  test('a unit account is the same only for its own unit', () => {
    const unit: Traits = { ...row, kind: 'unit_account', document: null }
    const keeper = known({ kind: 'unit_account', userName: 'lin', name: '林知远', unit: 'u' })
    expect(match(unit, [keeper]).is).toBe('same')
    expect(match(unit, [{ ...keeper, unit: 'v' }])).toMatchObject({ reason: 'user_name' })
  })

  test('a missing phone or document is not equal to another missing one', () => {
    expect(match({ ...row, phone: null, document: null, mail: null }, [known({})]).is).toBe('new')
  })
})
