import { describe, expect, it } from 'vitest'
import { blocksOf } from './text.ts'
import * as en from './first-agreement.en.ts'
import * as zh from './first-agreement.zh.ts'

describe('typed text as blocks', () => {
  it('empty lines part paragraphs, lines within stay lines', () => {
    expect(blocksOf('各有关单位：\r\n请于月底前注册。\n\n　\n特此通知。')).toEqual([
      { kind: 'paragraph', lines: ['各有关单位：', '请于月底前注册。'] }, { kind: 'paragraph', lines: ['特此通知。'] },
    ])
  })

  it('knows headings and lists, and nothing else', () => {
    expect(blocksOf('# 一、总则\n\n- 甲\n- 乙\n\n<b>**not markup**</b>')).toEqual([
      { kind: 'heading', text: '一、总则' }, { kind: 'list', items: ['甲', '乙'] }, { kind: 'paragraph', lines: ['<b>**not markup**</b>'] },
    ])
  })

  it('an empty text has none', () => {
    expect(blocksOf(' \n\n ')).toEqual([])
  })
})

describe('S1-16 the shipped agreement', () => {
  it('has the same sections and lists in both languages', () => {
    const shape = (text: string) => blocksOf(text).map((block) => block.kind)
    expect(shape(zh.body)).toEqual(shape(en.body))
  })

  it.each(['{owner}', '{support}', '个人信息', '保存期限', '目的', '种类', '查阅、更正', '注销', '境内'])('PI-2 the notice names %s', (part) => {
    expect(zh.body).toContain(part)
  })
})
