import { expect, test } from 'vitest'
import type { Kept } from '../../../web/drafts.ts'
import { registrationDrafts } from './draft.ts'

const storeOf = (kept: Map<string, string>): Kept => ({
  get length() {
    return kept.size
  },
  key: (i) => [...kept.keys()][i] ?? null,
  getItem: (name) => kept.get(name) ?? null,
  setItem: (name, value) => void kept.set(name, value),
  removeItem: (name) => void kept.delete(name),
})

test('D23 of 填报用户注册 neither secrets nor the document nor the contacts stay in the window', () => {
  const kept = new Map<string, string>()
  registrationDrafts.keep(storeOf(kept), 'a', {
    userName: 'renyuan_01', name: '买买提·吐尔逊', documentType: 'ID', document: '110101190001010015', password: 'mei-Gui7hua', passwordAgain: 'mei-Gui7hua',
    mailProofId: '0190c7a0-0000-7000-8000-000000000001', phoneProofId: '0190c7a0-0000-7000-8000-000000000002', mail: 'a@example.org', phone: '16400000000',
    unitId: '0190c7a0-0000-7000-8000-000000000003', unitName: '津沽示范理工大学（演示）', unitCode: '12120199MX0000001X',
  })
  const [text = ''] = kept.values()
  for (const secret of ['110101190001010015', 'mei-Gui7hua', '000000000001', '000000000002', 'example.org', '16400000000']) expect(text).not.toContain(secret)
  expect(registrationDrafts.of(storeOf(kept), 'a')).toEqual({
    userName: 'renyuan_01', name: '买买提·吐尔逊', documentType: 'ID', unitId: '0190c7a0-0000-7000-8000-000000000003',
    unitName: '津沽示范理工大学（演示）', unitCode: '12120199MX0000001X',
  })
})
