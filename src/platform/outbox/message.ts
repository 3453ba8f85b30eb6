import type { Lang, Translate } from '../../kernel/words.ts'
import type { Keyring } from '../seal/keyring.ts'
import type { Due } from './queue.ts'

/** A notice in words, ready to be sent. */
export interface Message {
  /** Of the outbox row: stable, so that a second sending can be recognised. */
  id: string
  channel: 'inbox' | 'mail' | 'sms'
  /** null in the inbox. */
  address: string | null
  lang: Lang
  /** null for an SMS. */
  subject: string | null
  body: string
  /** Path of ours, for the inbox. */
  link: string | null
}

export interface Wording {
  keyring: Keyring
  translate: (lang: Lang) => Translate
  publicUrl: string
}

/** Puts a row of the outbox into words. Throws where a word is missing or the row does not open. */
export function messageOf(row: Due, { keyring, translate, publicUrl }: Wording): Message {
  const params = JSON.parse(keyring.open(row.params, 'outbox.params')) as Record<string, string | number>
  const link = typeof params.link === 'string' && params.link.startsWith('/') ? params.link : null
  const lang: Lang = row.lang === 'en' ? 'en' : 'zh'
  const t = translate(lang)
  const say = (part: string) => {
    const key = `${row.template}.${part}`
    const sentence = t(key, link && row.channel !== 'inbox' ? { ...params, link: publicUrl + link } : params)
    if (sentence === key) throw new Error(`no words for ${key}`)
    return sentence
  }
  return {
    id: row.id,
    channel: row.channel,
    address: row.address === null ? null : keyring.open(row.address, 'outbox.address'),
    lang,
    subject: row.channel === 'sms' ? null : oneLine(say('subject')),
    body: row.channel === 'sms' ? oneLine(say('sms')) : say('body'),
    link,
  }
}

/** A subject is one line, whatever a name in it holds: no header can be smuggled in. */
const oneLine = (text: string): string => text.replace(/[\p{Cc}\u2028\u2029]+/gu, ' ').trim()
