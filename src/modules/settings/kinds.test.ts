import { describe, expect, it } from 'vitest'
import { en } from './words.en.ts'
import { zh } from './words.zh.ts'
import { defaultOf, isSettingKey, kinds, settingKeys } from './kinds.ts'

const profiles = ['tianjin', 'chongqing', 'both'] as const

describe('kinds of settings', () => {
  it.each(settingKeys)('%s has a default that passes its own check, in every profile and in the demo', (key) => {
    for (const profile of profiles) {
      for (const demo of [true, false]) {
        const value = defaultOf(key, { profile, demo })
        expect(kinds[key].schema.parse(value)).toEqual(value)
      }
    }
  })

  it.each(settingKeys)('%s has a label and a hint in both languages', (key) => {
    for (const table of [zh, en] as Record<string, string>[]) {
      expect(table[`settings.kind.${key}`]).toBeTruthy()
      expect(table[`settings.kind.${key}.hint`]).toBeTruthy()
    }
  })

  it('S1-01 the first manual names the platform in Chinese and English, and the words stand in the right order', () => {
    expect(defaultOf('site.name_zh', { profile: 'tianjin', demo: false })).toBe('天津市科技管理信息平台')
    expect(defaultOf('site.name_en', { profile: 'tianjin', demo: false })).toBe('Tianjin Science and Technology Management Information Platform')
    expect(defaultOf('site.name_zh', { profile: 'both', demo: true })).toBe('天津市科技管理信息平台')
  })

  it('S2-06 the second manual names its owner and its address', () => {
    expect(defaultOf('owner.name_zh', { profile: 'chongqing', demo: false })).toBe('重庆市科学技术局')
    expect(defaultOf('owner.link', { profile: 'chongqing', demo: false })).toBe('https://kjj.cq.gov.cn/')
  })

  it('a demo is marked as such and publishes no real contact (S1-57)', () => {
    expect(defaultOf('owner.name_zh', { profile: 'tianjin', demo: true })).toContain('演示')
    expect(defaultOf('support.mail', { profile: 'tianjin', demo: true })).toMatch(/@example\.org$/)
    expect(defaultOf('support.mail', { profile: 'tianjin', demo: false })).toBe('')
  })

  it.each([
    ['owner.link', 'javascript:alert(1)', 'settings.link'],
    ['owner.link', 'kjj.cq.gov.cn', 'settings.link'],
    ['support.mail', 'nobody', 'mail.format'],
    ['support.phone', '请致电科技局', 'settings.phone'],
    ['site.name_zh', '台', 'text.length'],
    ['site.home_province', '990000', 'field.choose'],
    ['registration.draft_days', 6, 'settings.whole'],
    ['registration.draft_days', 30.5, 'settings.whole'],
    ['registration.open', 'yes', 'field.choose'],
  ] as const)('%s refuses %s', (key, value, code) => {
    const parsed = kinds[key].schema.safeParse(value)
    expect(parsed.error?.issues[0]?.message).toBe(code)
  })

  it('what may stay empty may be emptied', () => {
    const optional = settingKeys.filter((key) => kinds[key].optional)
    expect(optional).toContain('support.mail')
    expect(optional.map((key) => kinds[key].schema.parse(''))).toEqual(optional.map(() => ''))
  })

  it('a name of the prototype is no setting', () => {
    expect(isSettingKey('toString')).toBe(false)
    expect(isSettingKey('site.name_zh')).toBe(true)
  })
})
