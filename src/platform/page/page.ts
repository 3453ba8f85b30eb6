import type { Guard } from '../../kernel/contract.ts'
import type { Lang, Translate } from '../../kernel/words.ts'
import type { Mode, Site } from '../../web/boot.ts'
import type { Call } from '../serve/call.ts'
import type { Signed } from '../serve/guard.ts'
import type { Html } from './html.ts'

/**
 * What a public page is given: a call (its `input` is the typed form, so that `deed` works in a POST), with everything
 * needed to draw it.
 */
export interface PageCall extends Call<Record<string, string>> {
  /** `/notices/:id` -> `{ id }`. */
  params: Record<string, string>
  query: Record<string, string>
  /** Fields of an urlencoded POST; empty for GET. The same object as `input`. */
  form: Record<string, string>
  /** Path asked for, without its query: the language and elder-mode links lead back to it. */
  path: string
  /** How far the session of this browser is; null without one. */
  stage: Signed['stage'] | null
  t: Translate
  lang: Lang
  mode: Mode
  site: Site
  /** Of this answer's Content-Security-Policy. */
  nonce: string
}

export type PageAnswer = { html: Html; status?: number } | { redirect: string }

/** One server-rendered public page: a form page is a GET and a POST on the same path. */
export interface Page {
  method: 'GET' | 'POST'
  path: string
  guard: Guard
  render(call: PageCall): Promise<PageAnswer>
}
