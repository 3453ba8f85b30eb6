/**
 * Every colour and size of the product, once. The public pages and the application's own CSS read them as CSS variables
 * (`tokensCss`), Ant Design as its theme (`theme.ts`). Dark and 长者模式 change these values and nothing else.
 * Every pair of text and ground below meets WCAG AA; `tokens.test.ts` counts it.
 */
export interface Palette {
  /** Text: reading, secondary, hint. */
  ink: string
  inkSoft: string
  inkHint: string
  /** Grounds: page, card, what floats, a quiet area inside a card. */
  ground: string
  paper: string
  raised: string
  quiet: string
  /** Rules between things; edges of what can be typed in or pressed (3:1). */
  line: string
  edge: string
  /** The one blue: as text and link, as fill under white, pressed, and as a tint. */
  blue: string
  fill: string
  fillDeep: string
  onFill: string
  tint: string
  /** States, each as text and as tint; never decoration. */
  green: string
  greenTint: string
  amber: string
  amberTint: string
  red: string
  redTint: string
  redFill: string
  /** Lines of the masthead's drawing. */
  stream: string
}

export const light: Palette = {
  ink: '#17212c', inkSoft: '#465564', inkHint: '#5b6a79',
  ground: '#f4f7fa', paper: '#ffffff', raised: '#ffffff', quiet: '#f7f9fb',
  line: '#dbe2ea', edge: '#7f8d9b',
  blue: '#0f4fa8', fill: '#0f4fa8', fillDeep: '#0b3d85', onFill: '#ffffff', tint: '#eaf1fa',
  green: '#176c41', greenTint: '#e7f4ec',
  amber: '#855400', amberTint: '#fcf3e0',
  red: '#b42318', redTint: '#fcebe9', redFill: '#b42318',
  stream: '#b9cfe9',
}

export const dark: Palette = {
  ink: '#e7ecf2', inkSoft: '#b3bfcb', inkHint: '#97a5b3',
  ground: '#0e141b', paper: '#161e27', raised: '#1e2833', quiet: '#1a232d',
  line: '#2c3845', edge: '#6d7d8e',
  blue: '#8ebbf4', fill: '#2a68c0', fillDeep: '#3a7ad6', onFill: '#ffffff', tint: '#1a2c44',
  green: '#7fd0a2', greenTint: '#15301f',
  amber: '#eabf70', amberTint: '#332610',
  red: '#f59a91', redTint: '#3b1a18', redFill: '#b8352a',
  stream: '#274466',
}

export interface Sizes {
  hint: number
  /** Tables and forms. */
  body: number
  reading: number
  section: number
  page: number
  /** Least height of what can be pressed or typed in. */
  target: number
}

export const standard: Sizes = { hint: 12, body: 14, reading: 16, section: 20, page: 28, target: 36 }
/** 长者模式: body at least 18 px, targets at least 44 px (look.md; GB/T 37668, 适老化通用设计规范). */
export const elder: Sizes = { hint: 16, body: 18, reading: 20, section: 24, page: 34, target: 48 }

export const radius = 6
export const space = [4, 8, 12, 16, 24, 32, 48, 64] as const
export const width = { reading: 720, form: 960, page: 1200 } as const
/** Below it rows become cards and filters fold. */
export const phone = 720

export const fonts = {
  text: '-apple-system, "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", "Source Han Sans SC", "Segoe UI", Roboto, sans-serif',
  /** English pages: a Chinese font would draw their “ ” as wide as a character. */
  textEn: '-apple-system, "Segoe UI", Roboto, "Helvetica Neue", Arial, "Liberation Sans", "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", "Source Han Sans SC", sans-serif',
  /** The masthead and page titles of the portal: the letterhead of an authority. */
  title: 'STZhongsong, "Noto Serif CJK SC", "Source Han Serif SC", "Songti SC", Georgia, serif',
  titleEn: 'Georgia, "Times New Roman", "Liberation Serif", STZhongsong, "Noto Serif CJK SC", "Source Han Serif SC", "Songti SC", serif',
  code: '"SF Mono", Consolas, "Noto Sans Mono CJK SC", "Liberation Mono", monospace',
} as const

const kebab = (name: string) => name.replace(/[A-Z]/g, (c) => `-${c.toLowerCase()}`)
const variables = (values: object, prefix: string, unit = '') =>
  Object.entries(values).map(([name, value]) => `--${prefix}${kebab(name)}:${value}${unit}`).join(';')

/** All tokens as CSS variables: `--ink`, `--size-body`, `--s1` (4 px) to `--s8` (64 px), `--radius`, `--font-text` ... */
export function tokensCss(): string {
  const steps = space.map((px, i) => `--s${i + 1}:${px}px`).join(';')
  return [
    `:root{color-scheme:light dark;${variables(light, '')};${variables(standard, 'size-', 'px')};${steps};`
      + `--radius:${radius}px;${variables(width, 'width-', 'px')};${variables(fonts, 'font-')};`
      + '--shadow:0 8px 28px rgb(12 32 60/.14);--emblem-text:var(--blue)}',
    `:root:lang(en){--font-text:var(--font-text-en);--font-title:var(--font-title-en)}`,
    `:root[data-mode=elder]{${variables(elder, 'size-', 'px')}}`,
    `@media (pointer:coarse){:root:not([data-mode=elder]){--size-target:44px}}`,
    `@media (prefers-color-scheme:dark){:root{${variables(dark, '')};--shadow:0 8px 28px rgb(0 0 0/.5)}}`,
    '@media print{:root{color-scheme:light;' + variables(light, '') + ';--ground:#fff}}',
  ].join('\n')
}
