import { spawn, type ChildProcess } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { existsSync } from 'node:fs'
import { chmod, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'

const program = '/usr/sbin/apache2'
const modules = '/usr/lib/apache2/modules'

/** What is missing on this machine, or null. */
export const missing = (): string | null =>
  existsSync(program) && existsSync(join(modules, 'mod_auth_openidc.so')) ? null
    : 'Debian’s Apache with mod_auth_openidc is not installed. As root: apt-get install apache2 libapache2-mod-auth-openidc'

export interface Apache {
  origin: string
  /** What it logged, for a failure. */
  log(): Promise<string>
  stop(): Promise<void>
}

/** The configuration that docs/subsystems.md shows, in a folder of its own; nothing of the system's is read. */
const configuration = (o: { folder: string; port: number; issuer: string; clientId: string; secret: string; asRoot: boolean }): string => `
ServerRoot ${o.folder}
PidFile ${o.folder}/pid
Listen 127.0.0.1:${o.port}
ServerName 127.0.0.1:${o.port}
ErrorLog ${o.folder}/error.log
LogLevel warn auth_openidc:info
DocumentRoot ${o.folder}/pages
DefaultRuntimeDir ${o.folder}
Mutex file:${o.folder}
${o.asRoot ? 'User www-data\nGroup www-data' : ''}
${['mpm_event', 'authn_core', 'authz_core', 'authz_user', 'headers', 'dir', 'auth_openidc'].map((name) => `LoadModule ${name}_module ${modules}/mod_${name}.so`).join('\n')}
DirectoryIndex index.html

OIDCProviderMetadataURL ${o.issuer}/.well-known/openid-configuration
OIDCClientID ${o.clientId}
OIDCClientSecret ${o.secret}
OIDCRedirectURI http://127.0.0.1:${o.port}/secure/back
OIDCCryptoPassphrase ${randomBytes(24).toString('hex')}
OIDCPKCEMethod S256
OIDCScope "openid profile unit"
OIDCRemoteUserClaim sub
OIDCUserInfoRefreshInterval 1
OIDCDefaultLoggedOutURL http://127.0.0.1:${o.port}/

<Location /secure>
  AuthType openid-connect
  Require valid-user
  Header set x-person "%{OIDC_CLAIM_sub}e"
  Header set x-unit "%{OIDC_CLAIM_unit_credit_code}e"
  Header always set Cache-Control no-store
</Location>
`

/** An Apache of its own on loopback, as whoever starts this; the platform is its only provider. */
export async function startApache(port: number, issuer: string, clientId: string, secret: string): Promise<Apache> {
  const folder = await mkdtemp(join(tmpdir(), 'kehui-apache-'))
  const asRoot = process.getuid?.() === 0
  await mkdir(join(folder, 'pages/secure'), { recursive: true })
  await writeFile(join(folder, 'pages/index.html'), '<!doctype html><title>outside</title><h1>outside</h1>')
  await writeFile(join(folder, 'pages/secure/index.html'), '<!doctype html><title>inside</title><h1>inside</h1>')
  await writeFile(join(folder, 'apache.conf'), configuration({ folder, port, issuer, clientId, secret, asRoot }))
  if (asRoot) await chmod(folder, 0o755)
  const child: ChildProcess = spawn(program, ['-D', 'FOREGROUND', '-f', join(folder, 'apache.conf')], { stdio: ['ignore', 'pipe', 'pipe'], env: { PATH: process.env.PATH } })
  let said = ''
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (piece: Buffer) => void (said += piece))
  const origin = `http://127.0.0.1:${port}`
  const log = async () => said + (await readFile(join(folder, 'error.log'), 'utf8').catch(() => ''))
  const gone = new Promise<void>((resolve) => child.once('exit', () => resolve()))
  const stop = async () => {
    child.kill('SIGTERM')
    await gone
    await rm(folder, { recursive: true, force: true })
  }
  for (let n = 0; n < 50; n++) {
    if (child.exitCode !== null) throw new Error(`Apache did not start: ${await log()}`)
    const answered = await fetch(origin).then((answer) => answer.ok, () => false)
    if (answered) return { origin, log, stop }
    await sleep(100)
  }
  await stop()
  throw new Error('Apache does not answer')
}
