import { existsSync } from 'node:fs'
import { rm, mkdir, writeFile } from 'node:fs/promises'
import { run } from './command.ts'

/** How this account may install packages of Debian: directly, by sudo without a password, or not at all (null). */
async function privilege(signal: AbortSignal): Promise<readonly string[] | null> {
  if (!existsSync('/usr/bin/apt-get')) return null
  if (process.getuid?.() === 0) return []
  return (await run('sudo', ['-n', 'true'], { signal })) === 0 ? ['sudo', '-n'] : null
}

/** Installs packages; false where that is not allowed or does not succeed. */
export async function installPackages(packages: readonly string[], signal: AbortSignal): Promise<boolean> {
  const prefix = await privilege(signal)
  if (!prefix) return false
  console.log(`正在安装系统软件包：${packages.join(' ')}\nInstalling packages of the system: ${packages.join(' ')}`)
  const apt = (...args: string[]) => {
    const [command = '', ...rest] = [...prefix, 'env', 'DEBIAN_FRONTEND=noninteractive', 'apt-get', '-qq', '-o', 'Dpkg::Use-Pty=0', ...args]
    return run(command, rest, { signal })
  }
  await apt('update')
  return withoutMainCluster(prefix, async () => (await apt('install', '-y', '--no-install-recommends', ...packages)) === 0)
}

const clusterSettings = '/etc/postgresql-common/createcluster.conf'

/** Debian's package would set up and start a server of its own for the machine; the tests want only the programs. */
async function withoutMainCluster(prefix: readonly string[], install: () => Promise<boolean>): Promise<boolean> {
  if (prefix.length > 0 || existsSync('/etc/postgresql-common')) return install()
  await mkdir('/etc/postgresql-common')
  await writeFile(clusterSettings, 'create_main_cluster = false\n')
  try {
    return await install()
  } finally {
    await rm(clusterSettings, { force: true })
  }
}
