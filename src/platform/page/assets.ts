import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { emblemSvg } from '../../web/emblem.ts'
import { light, tokensCss } from '../../web/tokens.ts'

/** A file of the public pages; its name holds its hash, so that it may be kept for ever. */
export interface Asset {
  /** `/assets/public.3f2a90c1.css` */
  path: string
  contentType: string
  body: Buffer
}

const beside = (name: string) => readFileSync(new URL(name, import.meta.url), 'utf8')

function asset(stem: string, extension: string, contentType: string, text: string): Asset {
  const body = Buffer.from(text)
  const hash = createHash('sha256').update(body).digest('hex').slice(0, 10)
  return { path: `/assets/${stem}.${hash}.${extension}`, contentType, body }
}

/** What `/assets/` serves: all of it, with `Cache-Control: public, max-age=31536000, immutable`. */
export const publicAssets = {
  css: asset('public', 'css', 'text/css; charset=utf-8', `${tokensCss()}\n${beside('./public.css')}`),
  js: asset('public', 'js', 'text/javascript; charset=utf-8', beside('./public.js')),
  icon: asset('emblem', 'svg', 'image/svg+xml', emblemSvg(48, light.blue)),
} as const
