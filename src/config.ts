import { isIP } from 'node:net'
import { resolve } from 'node:path'
import { databaseOf, type DatabaseSettings } from './config/database.ts'
import { ConfigError } from './config/error.ts'
import { identityOf, type IdentitySettings } from './config/identity.ts'
import { keysOf } from './config/keys.ts'
import { reader, type Environment } from './config/reader.ts'
import { signInOf, type SignInSettings } from './config/sign-in.ts'
import type { CipherName } from './platform/seal/cipher.ts'
import type { Key } from './platform/seal/keyring.ts'

export { ConfigError } from './config/error.ts'
export { settings, settingsTable, type Setting } from './config/settings.ts'

/** Whose manual the words follow where the two cities differ. */
export type Profile = 'tianjin' | 'chongqing' | 'both'

export interface Config {
  production: boolean
  /** The demo town and the page that shows mail, SMS and staff's one-time codes (D26). Loopback, or asked for. */
  demo: boolean
  host: string
  port: number
  database: DatabaseSettings
  /** Absolute: files, the embedded database, the demo's keys. */
  dataDir: string
  /** Without a slash at the end: `https://kehui.example.cn`. Links in mails begin with it. */
  publicUrl: string
  /** Cookies are `Secure` and `__Host-`: everywhere but over plain http on loopback. */
  secureCookies: boolean
  /** Keys and cipher of P2 columns, blind indexes and signed cookies; the present key first. */
  keys: readonly Key[]
  cipher: CipherName
  /** null: mail goes to the demo's mailbox, or waits in the outbox. */
  mail: { smtpUrl: string; from: string } | null
  sms: { url: string; token: string } | null
  /** Addresses or networks of the reverse proxies whose X-Forwarded-For is believed; none by default. */
  trustProxy: readonly string[]
  logLevel: 'debug' | 'info' | 'warn' | 'error' | 'silent'
  /** null: /metrics answers on loopback only. */
  metricsToken: string | null
  /** clamd to scan uploads with: host and port, or the path of its socket. */
  clamd: string | null
  profile: Profile
  /** Most requests of one address in a minute, per process. */
  requestsPerMinute: number
  signIn: SignInSettings
  /** The city's identity provider; null: local accounts only (D1). The demo starts a simulated one. */
  identity: IdentitySettings | null
}

/**
 * The settings of this start, or a ConfigError with one sentence. With nothing set at all: embedded database, demo
 * town, loopback only, keys made in the data folder (D26).
 */
export function loadConfig(env: Environment = process.env): Config {
  const read = reader(env)
  const production = env.NODE_ENV === 'production'
  const dataDir = resolve(read.text('DATA_DIR') ?? './data')
  const database = databaseOf(read, dataDir)
  const embedded = database.kind === 'embedded'
  const demo = read.flag('DEMO') ?? embedded
  if (production && demo && !read.flag('DEMO_IN_PRODUCTION')) throw new ConfigError('demo_in_production')
  if (production && embedded && !demo) throw new ConfigError('embedded_in_production')

  const port = read.whole('PORT', 0, 65_535) ?? 8080
  const host = read.text('HOST') ?? '127.0.0.1'
  if (embedded && !isLoopback(host)) throw new ConfigError('embedded_beyond_loopback', { host })
  const publicUrl = publicUrlOf(read.text('PUBLIC_URL'), port, !embedded || production)

  return {
    production, demo, host, port, database, dataDir, publicUrl,
    secureCookies: publicUrl.startsWith('https:'),
    keys: keysOf(read, embedded ? dataDir : null),
    cipher: read.oneOf('CIPHER', ['aes', 'sm']) ?? 'aes',
    mail: mailOf(read.text('SMTP_URL'), read.text('MAIL_FROM')),
    sms: smsOf(read.text('SMS_GATEWAY_URL'), read.text('SMS_GATEWAY_TOKEN')),
    trustProxy: proxiesOf(read.list('TRUST_PROXY')),
    logLevel: read.oneOf('LOG_LEVEL', ['debug', 'info', 'warn', 'error', 'silent']) ?? (demo ? 'warn' : 'info'),
    metricsToken: read.secret('METRICS_TOKEN', 16),
    clamd: read.text('CLAMD'),
    profile: read.oneOf('PROFILE', ['tianjin', 'chongqing', 'both']) ?? 'both',
    requestsPerMinute: read.whole('REQUESTS_PER_MINUTE', 10, 1_000_000) ?? 1200,
    signIn: signInOf(read),
    identity: identityOf(read),
  }
}

const isLoopback = (host: string): boolean =>
  host === 'localhost' || host === '::1' || host === '[::1]' || /^127(\.\d{1,3}){3}$/.test(host)

function publicUrlOf(text: string | null, port: number, needed: boolean): string {
  if (text === null) {
    if (needed) throw new ConfigError('public_url_missing')
    return `http://127.0.0.1:${port}`
  }
  const url = URL.parse(text)
  const plain = url && url.pathname === '/' && !url.search && !url.hash && !url.username
  if (!plain || !['http:', 'https:'].includes(url.protocol)) {
    throw new ConfigError('public_url_shape', { value: text.replace(/\/\/[^/]*@/, '//***@') })
  }
  if (url.protocol === 'http:' && !isLoopback(url.hostname)) throw new ConfigError('public_url_plain', { value: text })
  return url.origin
}

/** Addresses, networks, or the names that stand for the private ones. */
function proxiesOf(list: string[]): string[] {
  for (const entry of list) {
    const [address = '', bits, ...more] = entry.split('/')
    const most = isIP(address) === 6 ? 128 : 32
    const isPrefix = bits === undefined || (/^\d{1,3}$/.test(bits) && Number(bits) <= most)
    const isNetwork = isIP(address) !== 0 && more.length === 0 && isPrefix
    if (isNetwork || ['loopback', 'linklocal', 'uniquelocal'].includes(entry)) continue
    throw new ConfigError('trust_proxy', { value: entry })
  }
  return list
}

function mailOf(smtpUrl: string | null, from: string | null): Config['mail'] {
  if (smtpUrl === null && from === null) return null
  if (smtpUrl === null || from === null) throw new ConfigError('mail_half_set')
  const url = URL.parse(smtpUrl)
  if (!url || !['smtp:', 'smtps:'].includes(url.protocol) || !url.hostname) throw new ConfigError('smtp_url_shape')
  if (!/^[^<>\r\n]*<?[^\s<>@]+@[^\s<>@]+>?$/.test(from)) throw new ConfigError('mail_from_shape', { value: from })
  return { smtpUrl, from }
}

function smsOf(url: string | null, token: string | null): Config['sms'] {
  if (url === null && token === null) return null
  // Taken and not sent, by the operator's own word: for trials without a gateway.
  if (url === 'log:') return { url, token: '' }
  if (url === null || token === null) throw new ConfigError('sms_half_set')
  const parsed = URL.parse(url)
  const plain = parsed?.protocol === 'http:' && isLoopback(parsed.hostname)
  if (!parsed || (parsed.protocol !== 'https:' && !plain)) throw new ConfigError('sms_url_shape')
  return { url, token }
}
