import { expect, test } from 'vitest'
import { dark, elder, light, tokensCss, type Palette } from './tokens.ts'

const channel = (hex: string, at: number) => {
  const c = parseInt(hex.slice(at, at + 2), 16) / 255
  return c <= 0.03928 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4
}
const luminance = (hex: string) => 0.2126 * channel(hex, 1) + 0.7152 * channel(hex, 3) + 0.0722 * channel(hex, 5)
const contrast = (a: string, b: string) => {
  const [lo, hi] = [luminance(a), luminance(b)].sort((x, y) => x - y) as [number, number]
  return (hi + 0.05) / (lo + 0.05)
}

const grounds = ['ground', 'paper', 'raised', 'quiet', 'tint'] as const
const texts: [keyof Palette, readonly (keyof Palette)[]][] = [
  ['ink', [...grounds, 'greenTint', 'amberTint', 'redTint']], ['inkSoft', grounds], ['inkHint', ['ground', 'paper', 'quiet', 'raised']],
  ['blue', grounds], ['green', ['paper', 'greenTint']], ['amber', ['paper', 'amberTint', 'ground']], ['red', ['paper', 'redTint', 'ground']],
  ['onFill', ['fill', 'redFill']],
]

test.each([['light', light], ['dark', dark]] as const)('%s: every text passes AA on every ground it stands on', (_, palette) => {
  for (const [text, on] of texts) for (const ground of on) {
    expect(contrast(palette[text], palette[ground]), `${text} on ${ground}`).toBeGreaterThanOrEqual(4.5)
  }
})

test.each([['light', light], ['dark', dark]] as const)('%s: edges of what can be typed in are seen (3:1)', (_, palette) => {
  expect(contrast(palette.edge, palette.paper)).toBeGreaterThanOrEqual(3)
})

test('长者模式: body at least 18 px, targets at least 44 px', () => {
  expect(elder.body).toBeGreaterThanOrEqual(18)
  expect(elder.target).toBeGreaterThanOrEqual(44)
  expect(tokensCss()).toContain(`--size-body:${elder.body}px`)
})
