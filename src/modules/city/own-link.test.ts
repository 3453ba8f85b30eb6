import { describe, expect, it } from 'vitest'
import { whyNot, type LinkFacts } from './own-link.ts'

const facts: LinkFacts = { offered: true, door: 'person', linked: false, hasPassword: true, provider: { zh: '渝快办', en: 'Yukuaiban' } }

describe('S2-01 linking an account with the city, and ending it', () => {
  it.each([
    ['link', {}, null],
    ['link', { offered: false }, 'city.not_offered'],
    ['link', { door: null }, 'city.link.no_door'],
    ['link', { linked: true }, 'city.link.has_one'],
    ['link', { hasPassword: false }, 'city.link.no_password'],
    ['unlink', { linked: true }, null],
    ['unlink', { linked: true, offered: false }, null],
    ['unlink', {}, 'city.unlink.none'],
    ['unlink', { linked: true, hasPassword: false }, 'city.unlink.only_way'],
  ] as const)('%s with %j -> %s', (deed, more, code) => {
    expect(whyNot(deed, { ...facts, ...more })?.code ?? null).toBe(code)
  })

  it('names the provider in both languages', () => {
    expect(whyNot('unlink', facts)?.params).toEqual({ provider: '渝快办', providerEn: 'Yukuaiban' })
  })
})
