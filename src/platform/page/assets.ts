import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { emblemSvg } from '../../web/emblem.ts'
import { light, tokensCss } from '../../web/tokens.ts'

/** A file of the public pages; its address holds its hash, so that a new version is never mixed with an old page. */
export interface Asset {
  /** `/assets/public.3f2a90c1.css` */
  path: string
  /** Media type. */
  type: string
  body: Buffer
}

const beside = (name: string) => readFileSync(new URL(name, import.meta.url), 'utf8')

function asset(stem: string, extension: string, type: string, text: string): Asset {
  const body = Buffer.from(text)
  const hash = createHash('sha256').update(body).digest('hex').slice(0, 10)
  return { path: `/assets/${stem}.${hash}.${extension}`, type, body }
}

/** The three of them, as the layout names them. */
export const assets = {
  css: asset('public', 'css', 'text/css; charset=utf-8', `${tokensCss()}\n${beside('./public.css')}`),
  js: asset('public', 'js', 'text/javascript; charset=utf-8', beside('./public.js')),
  icon: asset('emblem', 'svg', 'image/svg+xml', emblemSvg(48, light.blue)),
} as const

/** What `/assets/` serves, by file name. Hashed names may be kept for ever (`immutable`). */
export const publicAssets = (): Record<string, Asset> =>
  Object.fromEntries(Object.values(assets).map((a) => [a.path.slice('/assets/'.length), a]))
