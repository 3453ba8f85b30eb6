import { randomBytes } from 'node:crypto'
import { chmodSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { keyIdPattern, type Key } from '../platform/seal/keyring.ts'
import { ConfigError } from './error.ts'
import type { Reader } from './reader.ts'

/**
 * `KEYS`, or the file that `KEYS_FILE` names: one key or more, `id:secret`, parted by commas, blanks or lines, the
 * present one first. A secret is 32 bytes in base64url or base64. Without either: the demo's own file in the data
 * folder (made at first start, 0600), or a refusal where there is no demo folder.
 */
export function keysOf(read: Reader, demoDir: string | null): Key[] {
  const given = read.text('KEYS')
  const file = read.text('KEYS_FILE')
  if (given !== null && file !== null) throw new ConfigError('keys_twice')
  if (given !== null) return parse(given)
  if (file !== null) return parse(contentOf(file))
  if (demoDir === null) throw new ConfigError('keys_missing')
  return parse(ownKeys(demoDir))
}

/** A new key as it is written in `KEYS`; `npm run keys:new` prints one. */
export const newKey = (id: string): string => `${id}:${randomBytes(32).toString('base64url')}`

function parse(text: string): Key[] {
  const keys = text.split(/[\s,]+/).filter(Boolean).map((entry, index) => {
    const [, id = '', secret = ''] = /^([^:]*):(.*)$/.exec(entry) ?? []
    const bytes = Buffer.from(secret, 'base64url')
    if (!keyIdPattern.test(id) || !/^[\w+/-]{43}=?$/.test(secret) || bytes.length !== 32) {
      throw new ConfigError('key_shape', { index: index + 1 })
    }
    return { id, secret: bytes }
  })
  if (keys.length === 0) throw new ConfigError('keys_missing')
  if (new Set(keys.map((key) => key.id)).size !== keys.length) throw new ConfigError('key_id_twice')
  return keys
}

function contentOf(path: string): string {
  try {
    return readFileSync(path, 'utf8')
  } catch (error) {
    throw new ConfigError('keys_file', { path, why: (error as NodeJS.ErrnoException).code ?? 'EIO' })
  }
}

/** `wx`: of two first starts at once only one writes, and the other reads what that one wrote. */
function ownKeys(dir: string): string {
  const path = join(dir, 'keys')
  mkdirSync(dir, { recursive: true, mode: 0o700 })
  try {
    writeFileSync(path, `${newKey('demo')}\n`, { flag: 'wx', mode: 0o600, flush: true })
    chmodSync(path, 0o600)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') {
      throw new ConfigError('keys_file', { path, why: (error as NodeJS.ErrnoException).code ?? 'EIO' })
    }
  }
  return contentOf(path)
}
