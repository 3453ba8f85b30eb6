import { mkdtempSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { ConfigError, loadConfig, settings, settingsTable } from './config.ts'
import { newKey } from './config/keys.ts'
import { sentences } from './config/sentences.ts'

const dir = () => mkdtempSync(join(tmpdir(), 'kehui-config-'))
const KEYS = newKey('k1')
const server = { DATABASE_URL: 'postgres://kehui:secret@db:5432/kehui', PUBLIC_URL: 'https://kehui.example', KEYS }

function refusalOf(env: Record<string, string>): ConfigError {
  try {
    loadConfig({ DATA_DIR: dir(), ...env })
  } catch (error) {
    if (error instanceof ConfigError) return error
    throw error
  }
  throw new Error('the start was not refused')
}

test('D26 nothing set: embedded database, demo town, loopback, keys made once and for their owner alone', () => {
  const DATA_DIR = dir()
  const config = loadConfig({ DATA_DIR })
  expect(config).toMatchObject({
    demo: true, production: false, host: '127.0.0.1', port: 8080, publicUrl: 'http://127.0.0.1:8080', secureCookies: false,
    database: { kind: 'embedded', folder: join(DATA_DIR, 'db') }, mail: null, sms: null, cipher: 'aes', profile: 'both',
  })
  expect(statSync(join(DATA_DIR, 'keys')).mode & 0o777).toBe(0o600)
  expect(loadConfig({ DATA_DIR }).keys).toEqual(config.keys)
  expect(config.keys[0]?.secret).toHaveLength(32)
})

test('D26 with DATABASE_URL there is no demo, unless it is asked for', () => {
  expect(loadConfig(server)).toMatchObject({
    demo: false, secureCookies: true, database: { kind: 'server', url: server.DATABASE_URL, pool: 10, namedStatements: true },
  })
  expect(loadConfig({ ...server, DEMO: '1' }).demo).toBe(true)
})

test('D26 production with a demo is refused unless a second flag says so; without a server always', () => {
  expect(refusalOf({ ...server, NODE_ENV: 'production', DEMO: '1' }).code).toBe('demo_in_production')
  expect(loadConfig({ ...server, NODE_ENV: 'production', DEMO: '1', DEMO_IN_PRODUCTION: '1' }).demo).toBe(true)
  expect(refusalOf({ NODE_ENV: 'production' }).code).toBe('demo_in_production')
  expect(refusalOf({ NODE_ENV: 'production', DEMO: '0' }).code).toBe('embedded_in_production')
  expect(loadConfig({ ...server, NODE_ENV: 'production' })).toMatchObject({ production: true, demo: false })
})

test('D26 the embedded database is for this machine only', () => {
  for (const HOST of ['0.0.0.0', '::', '192.168.1.2', 'kehui.example', '127.evil.example']) {
    expect(refusalOf({ HOST }).code).toBe('embedded_beyond_loopback')
  }
  for (const HOST of ['127.0.0.1', '127.0.0.2', '::1', 'localhost']) expect(loadConfig({ DATA_DIR: dir(), HOST }).host).toBe(HOST)
  expect(loadConfig({ ...server, HOST: '0.0.0.0' }).host).toBe('0.0.0.0')
})

test.each([
  ['kehui', 'database_url_shape'], ['db:5432/kehui', 'database_url_scheme'], ['mysql://a@db/kehui', 'database_url_scheme'],
  ['postgres://kehui@/kehui', 'database_url_shape'], ['postgres:///kehui', 'database_url_host'],
  ['postgres://kehui@db', 'database_url_name'], ['postgres://kehui@db:5432/', 'database_url_name'],
  ['postgres://db/kehui', 'database_url_user'], ['postgres://kehui@db:port/kehui', 'database_url_shape'],
])('half a database URL (%s) is one sentence: %s', (DATABASE_URL, code) => {
  expect(refusalOf({ ...server, DATABASE_URL }).code).toBe(code)
})

test('a socket is a host as well', () => {
  const DATABASE_URL = 'postgresql:///kehui?host=/run/postgresql&user=kehui'
  expect(loadConfig({ ...server, DATABASE_URL }).database).toMatchObject({ kind: 'server', url: DATABASE_URL })
})

test.each([
  [{ PORT: '80a' }, 'number'], [{ PORT: '65536' }, 'number'], [{ PORT: '-1' }, 'number'], [{ DB_POOL: '0' }, 'number'],
  [{ DEMO: 'maybe' }, 'flag'], [{ CIPHER: 'des' }, 'one_of'], [{ PROFILE: 'beijing' }, 'one_of'], [{ LOG_LEVEL: 'loud' }, 'one_of'],
  [{ PUBLIC_URL: '' }, 'public_url_missing'], [{ PUBLIC_URL: 'kehui.example' }, 'public_url_shape'],
  [{ PUBLIC_URL: 'https://kehui.example/app' }, 'public_url_shape'], [{ PUBLIC_URL: 'http://kehui.example' }, 'public_url_plain'],
  [{ KEYS: '' }, 'keys_missing'], [{ KEYS: 'k1:short' }, 'key_shape'], [{ KEYS: `K_1:${KEYS.slice(3)}` }, 'key_shape'],
  [{ KEYS: `${KEYS},${newKey('k1')}` }, 'key_id_twice'], [{ KEYS_FILE: '/x' }, 'keys_twice'], [{ KEYS: '', KEYS_FILE: '/nowhere/keys' }, 'keys_file'],
  [{ SMTP_URL: 'smtp://mail:25' }, 'mail_half_set'], [{ MAIL_FROM: 'a@b.example' }, 'mail_half_set'],
  [{ SMTP_URL: 'http://mail', MAIL_FROM: 'a@b.example' }, 'smtp_url_shape'], [{ SMTP_URL: 'smtp://mail:25', MAIL_FROM: '科汇' }, 'mail_from_shape'],
  [{ SMS_GATEWAY_URL: 'https://sms.example' }, 'sms_half_set'], [{ SMS_GATEWAY_TOKEN: 'x' }, 'sms_half_set'],
  [{ SMS_GATEWAY_URL: 'http://sms.example', SMS_GATEWAY_TOKEN: 'x' }, 'sms_url_shape'],
  [{ METRICS_TOKEN: 'short' }, 'secret_short'], [{ TRUST_PROXY: 'proxy.example' }, 'trust_proxy'], [{ TRUST_PROXY: '10.0.0.0/33' }, 'trust_proxy'],
] as [Record<string, string>, string][])('%o is refused: %s', (env, code) => {
  const refusal = refusalOf({ ...server, ...env })
  expect(refusal.code).toBe(code)
  for (const sentence of [refusal.zh, refusal.en]) {
    expect(sentence).not.toMatch(/\{\w+\}|\n/)
    for (const secret of ['secret@', KEYS.slice(3), 'short.']) expect(sentence).not.toContain(secret)
  }
})

test('keys come from the environment or a file, several of them, the present one first', () => {
  const older = newKey('k0')
  const file = join(dir(), 'keys')
  writeFileSync(file, `${KEYS}\n${older}\n`)
  const ids = (env: object) => loadConfig({ ...server, ...env }).keys.map((key) => key.id)
  expect(ids({ KEYS: `${KEYS}, ${older}` })).toEqual(['k1', 'k0'])
  expect(ids({ KEYS: '', KEYS_FILE: file })).toEqual(['k1', 'k0'])
})

test('mail, SMS and proxies as they are meant to be set', () => {
  const config = loadConfig({
    ...server, SMTP_URL: 'smtps://u:p@mail.example:465', MAIL_FROM: '科汇 <no-reply@kehui.example>', SMS_GATEWAY_URL: 'log:',
    TRUST_PROXY: '127.0.0.1, 10.0.0.0/8,::1,fd00::/8,loopback', PUBLIC_URL: 'https://kehui.example:8443/',
  })
  expect(config).toMatchObject({
    mail: { smtpUrl: 'smtps://u:p@mail.example:465', from: '科汇 <no-reply@kehui.example>' }, sms: { url: 'log:' },
    trustProxy: ['127.0.0.1', '10.0.0.0/8', '::1', 'fd00::/8', 'loopback'], publicUrl: 'https://kehui.example:8443',
  })
})

test('D1 S2-01 an identity provider is set whole or not at all, with one client or one for each door', () => {
  const whole = { ...server, IDENTITY_ISSUER: 'https://id.example/oidc/', IDENTITY_CLIENT_ID: 'kehui', IDENTITY_CLIENT_SECRET: 'long enough' }
  expect(loadConfig(server).identity).toBeNull()
  const legal = { id: 'kehui', secret: 'long enough' }
  expect(loadConfig(whole).identity).toEqual({ issuer: 'https://id.example/oidc/', legal, person: legal })
  const person = { IDENTITY_PERSON_CLIENT_ID: 'kehui-p', IDENTITY_PERSON_CLIENT_SECRET: 'long enough as well' }
  expect(loadConfig({ ...whole, ...person }).identity).toEqual({ issuer: 'https://id.example/oidc/', legal, person: { id: 'kehui-p', secret: 'long enough as well' } })
  for (const name of ['IDENTITY_ISSUER', 'IDENTITY_CLIENT_ID', 'IDENTITY_CLIENT_SECRET']) expect(refusalOf({ ...whole, [name]: '' }).code).toBe('identity_half_set')
  expect(refusalOf({ ...server, ...person }).code).toBe('identity_half_set')
  expect(refusalOf({ ...whole, IDENTITY_PERSON_CLIENT_ID: 'x' }).code).toBe('identity_person_half_set')
  expect(refusalOf({ ...whole, IDENTITY_CLIENT_SECRET: 'short' }).code).toBe('secret_short')
  for (const issuer of ['http://id.example', 'id.example', 'https://id.example/?x=1', 'https://id.example/#x', 'https://u:p@id.example', 'ftp://id.example']) {
    expect(refusalOf({ ...whole, IDENTITY_ISSUER: issuer }).code).toBe('identity_issuer_shape')
  }
  expect(loadConfig({ ...whole, IDENTITY_ISSUER: 'http://127.0.0.1:8082' }).identity?.issuer).toBe('http://127.0.0.1:8082')
})

test('the table of settings names every variable that is read, and no other', () => {
  const read = new Set<string>()
  const given: Record<string, string> = {
    DATA_DIR: dir(), NODE_ENV: 'production', DEMO_IN_PRODUCTION: '1', PUBLIC_URL: 'https://kehui.example',
  }
  const env = new Proxy(given, {
    get(target, name) {
      if (typeof name === 'string') read.add(name)
      return Reflect.get(target, name) as string | undefined
    },
  })
  loadConfig(env)
  expect(settings.map((setting) => setting.name).sort()).toEqual([...read].sort())
  for (const lang of ['zh', 'en'] as const) {
    expect(settingsTable(lang).split('\n')).toHaveLength(settings.length + 2)
    for (const row of settingsTable(lang).split('\n')) expect(row.match(/\|/g)).toHaveLength(5)
  }
})

test('every reason for a refusal is one sentence in both languages', () => {
  for (const { zh, en } of Object.values(sentences)) {
    expect(zh).toMatch(/。$/)
    expect(en).toMatch(/\.$/)
  }
})
