import { describe, expect, test } from 'vitest'
import { codeLists } from '../../src/codes/code-lists.ts'
import { checkContent } from '../../src/modules/calls/form/check.ts'
import { formCodeLists } from '../../src/modules/calls/form/code-lists.ts'
import { sumOf } from '../../src/modules/calls/form/compute.ts'
import { documentProblems } from '../../src/modules/calls/form/problems.ts'
import { readValue } from '../../src/modules/calls/form/value.ts'
import { exampleValues } from './filled.ts'
import { ruanKexue } from './ruan-kexue.ts'
import { zhongdianYanfa } from './zhongdian-yanfa.ts'

const now = new Date('2026-06-01T03:00:00Z')
const calls = { zhongdian: zhongdianYanfa(now), ruan: ruanKexue(now) }
const facts = { 'unit.name': '渝江示范大学（演示）', 'leader.name': '江一演' }

describe.each(Object.entries(calls))('%s', (_name, call) => {
  const fields = call.form.tabs.flatMap((tab) => tab.fields)

  test('N14 the document has no problems', () => expect(documentProblems(call)).toEqual([]))

  test('the example has no errors beside people and files', () => {
    const kinds = new Map(fields.map(({ id, kind }) => [id, kind]))
    const findings = checkContent(call, { values: exampleValues(call), facts, members: [], files: [] })
    expect(findings.filter(({ field }) => !['members', 'files'].includes(kinds.get(field) ?? ''))).toEqual([])
  })

  test('every value of the example may be kept as it is', () => {
    for (const [id, value] of Object.entries(exampleValues(call))) {
      const field = fields.find((one) => one.id === id)
      expect(field && readValue(field, value), id).toEqual({ ok: true, value })
    }
  })

  test('is open on the day it is made for', () => {
    for (const window of Object.values(call.windows)) {
      expect(Date.parse(window.opensAt)).toBeLessThan(now.getTime())
      expect(Date.parse(window.closesAt)).toBeGreaterThan(now.getTime())
    }
  })
})

test('the code lists that a form may ask for exist', () => {
  for (const list of formCodeLists) expect(codeLists.has(list), list).toBe(true)
  expect(codeLists.get('discipline')?.items.some(({ code }) => code === exampleValues(calls.zhongdian)['discipline'])).toBe(true)
})

test('the budget of the example adds up by hand: 150.00 granted, 15.30 own, 165.30 together', () => {
  const budget = calls.zhongdian.form.tabs.flatMap((tab) => tab.fields).find(({ id }) => id === 'budget')
  if (budget?.kind !== 'table') throw new Error('no budget')
  const rows = exampleValues(calls.zhongdian)['budget']
  const read = readValue(budget, rows)
  if (!read.ok || !Array.isArray(read.value)) throw new Error('no rows')
  const typed = read.value.filter((row) => typeof row !== 'string')
  expect(['granted', 'own', 'total'].map((column) => sumOf(budget, column, typed))).toEqual([150, 15.3, 165.3])
})
