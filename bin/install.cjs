const { existsSync, readFileSync } = require('node:fs')
const { inRoot, refuse, say } = require('./place.cjs')
const { isMusl } = require('./node.cjs')
const { run } = require('./run.cjs')

/**
 * Brings node_modules to what the lockfile says, if it is not so already. Without `development`, only what running and
 * building need. Environment and user settings that would leave something out (NODE_ENV, omit, ignore-optional) do not count.
 */
exports.install = async ({ development }) => {
  if (exports.isComplete(development)) return
  say('正在按锁定文件安装依赖，约需一分钟……', 'Installing the dependencies of the lockfile; this takes about a minute ...')
  const code = await npm([
    'ci', '--loglevel=error', '--no-audit', '--no-fund', '--ignore-scripts', '--include=optional',
    development ? '--include=dev' : '--omit=dev',
  ])
  if (code === 0) return
  refuse('依赖安装失败，原因见上。', `The dependencies could not be installed (npm ended with ${code}); the reason stands above.`)
}

/** npm by the Node that runs it now: the one in node_modules is about to be replaced. */
const npm = (args) => {
  const { npm_execpath: npm, npm_node_execpath: node = process.execPath, ...rest } = process.env
  // npm hands its own settings down as npm_config_*; an `omit` among them would win over our flags' intent.
  const env = Object.fromEntries(Object.entries({ ...rest, npm_node_execpath: node }).filter(([name]) => !/^npm_config_(omit|include|production|only|optional)$/i.test(name)))
  delete env.NODE_ENV
  if (npm && /npm-cli\.[cm]?js$/.test(npm)) return run(node, [npm, ...args], { env, step: true })
  return run('npm', args, { env, step: true, shell: process.platform === 'win32' })
}

/**
 * npm writes node_modules/.package-lock.json as its last step: what it lists is there in that version. A package that is
 * missing may be one for another system. A broken-off installation has no such file, or misses folders.
 */
exports.isComplete = (development) => {
  const wanted = packagesOf('package-lock.json')
  const found = packagesOf('node_modules/.package-lock.json')
  if (!wanted) return refuse('找不到 package-lock.json。', 'package-lock.json is missing.')
  if (!found) return false
  return Object.entries(wanted).every(([path, entry]) => {
    if (path === '' || entry.link) return true
    if (found[path]) return found[path].version === entry.version && existsSync(inRoot(path, 'package.json'))
    if (entry.optional || entry.devOptional) return !isForHere(entry)
    return entry.dev && !development
  })
}

/** Says of an optional package whether it was made for this system in particular. */
const isForHere = ({ os, cpu, libc }) =>
  Boolean(os && cpu) && os.includes(process.platform) && cpu.includes(process.arch) && (!libc || libc.includes(isMusl() ? 'musl' : 'glibc'))

function packagesOf(file) {
  try {
    return JSON.parse(readFileSync(inRoot(file), 'utf8')).packages
  } catch {
    return null
  }
}
