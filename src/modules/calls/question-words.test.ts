import { describe, expect, test } from 'vitest'
import { translate } from '../../words.ts'
import { callDifferences } from './call-differences.ts'
import { conditionInWords, fieldOf } from './condition-words.ts'
import { differencesInWords } from './difference-words.ts'
import type { CallDocument } from './document.ts'
import { answerOf } from './question-words.ts'
import { ruanKexue } from '../../../world/calls/ruan-kexue.ts'

const before = ruanKexue(new Date('2026-11-22T02:00:00Z'))
const telling = (lang: 'zh' | 'en', form = before.form) => ({ t: translate[lang], lang, form })
const asked = (id: string, lang: 'zh' | 'en' = 'zh') => {
  const field = fieldOf(before.form, id)
  if (!field) throw new Error(`no field ${id}`)
  return answerOf(telling(lang), field)
}

describe('N14 a form in words', () => {
  test.each([
    ['title', '文本，6 至 60 字'], ['kind', '单选：决策咨询、理论研究、调查研究'], ['grant', '金额（万元），1 至 10'], ['period', '起止日期，2026-01-01 至 2029-12-31，不超过 12 个月'],
    ['costs', '表格，1 至 10 行'], ['members', '项目参与人（须本人登录确认），最多 5 人'], ['others', '上传文件，每个不超过 10 MB，最多 5 个：PDF、JPG、PNG'], ['leader_name', '平台自动填入'],
  ])('%s', (id, words) => expect(asked(id)).toBe(words))

  test('conditions are sentences with the names of what is asked', () => {
    expect(conditionInWords(telling('zh'), { field: 'kind', is: 'survey' })).toBe('“研究类别”为调查研究')
    expect(conditionInWords(telling('en'), { not: { field: 'title', isFilled: true } })).toBe('not (“Project title” is filled in)')
    const rule = before.form.rules[0]
    expect(rule && conditionInWords(telling('zh'), rule.holds)).toBe('“经费使用计划”中“金额（万元）”的合计 = “申请经费（万元）”')
  })
})

describe('N15 a difference in words', () => {
  const told = (change: (document: CallDocument) => void, lang: 'zh' | 'en' = 'zh') => {
    const after = structuredClone(before)
    change(after)
    return differencesInWords(callDifferences(before, after), before, after, telling(lang))
  }
  const first = (document: CallDocument) => {
    const [tab] = document.form.tabs
    if (!tab) throw new Error('the form is empty')
    return tab
  }

  test('a bound, a sentence, a setting', () => {
    expect(told((d) => void (d.correctionDays = 3))).toEqual([{ where: ['补正工作日数'], what: 'changed', before: '5', after: '3' }])
    expect(told((d) => void (d.fastReturn = false), 'en')).toEqual([{ where: ['straight back after a return'], what: 'changed', before: 'yes', after: 'no' }])
    expect(told((d) => void (d.windows.leader = { ...d.windows.leader, closesAt: '2026-12-31T17:00:00+08:00' }))[0]).toMatchObject({ where: ['时间安排', '负责人申报'], after: expect.stringContaining('2026-12-31 17:00:00') })
  })

  test('a question that was taken out is named as it was called; one that came as it is', () => {
    const removed = told((d) => void (first(d).fields = first(d).fields.filter(({ id }) => id !== 'members')))
    expect(removed).toEqual([{ where: ['基本信息', '项目参与人'], what: 'removed', before: '', after: '' }])
    const added = told((d) => void first(d).fields.push({ kind: 'yesno', id: 'animals', label: { zh: '是否涉及实验动物', en: '' }, required: true }))
    expect(added).toEqual([{ where: ['基本信息', '是否涉及实验动物'], what: 'added', before: '', after: '' }])
  })

  test('a condition is told as a sentence', () => {
    const [one] = told((d) => {
      const field = first(d).fields.find(({ id }) => id === 'respondents')
      if (field) field.when = { field: 'kind', in: ['survey', 'theory'] }
    })
    expect(one).toEqual({ where: ['基本信息', '调查对象与样本量', '显示条件'], what: 'changed', before: '“研究类别”为调查研究', after: '“研究类别”为调查研究或理论研究' })
  })

  test('nothing that is said is a key', () => {
    const all = told((d) => {
      d.title.zh += '（第二版）'
      d.quotaPerUnit = 3
      d.text.push({ zh: '补充说明', en: '' })
      d.limits = []
      d.form.rules = []
      first(d).fields.reverse()
      d.profileHandedInBefore = '2026-12-01T00:00:00+08:00'
    })
    expect(all.length).toBeGreaterThan(6)
    expect(JSON.stringify(all)).not.toMatch(/calls\.|undefined|\[object/)
  })
})
