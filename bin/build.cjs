const { createHash } = require('node:crypto')
const { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } = require('node:fs')
const { dirname, join, relative } = require('node:path')
const { inRoot, refuse, root, say } = require('./place.cjs')
const { run } = require('./run.cjs')

const built = inRoot('dist', 'web')
/** Beside the folder, which the bundler empties. */
const stamp = inRoot('dist', 'web-built-from')

/** Builds the browser's part into dist/web, if its sources are not those it was built from. */
exports.build = async (node) => {
  const sources = hashOfSources()
  if (existsSync(built) && existsSync(stamp) && readFileSync(stamp, 'utf8') === sources) return
  say('正在构建网页部分……', 'Building the browser part ...')
  rmSync(stamp, { force: true })
  // Whatever NODE_ENV is, browsers get the production build.
  const env = { ...process.env, NODE_ENV: 'production' }
  const code = await run(node, [inRoot('node_modules/vite/bin/vite.js'), 'build', '--logLevel', 'warn'], { env, step: true })
  if (code !== 0) refuse('网页部分构建失败，原因见上。', `The browser part could not be built (vite ended with ${code}); the reason stands above.`)
  mkdirSync(dirname(stamp), { recursive: true })
  writeFileSync(stamp, sources)
}

/** Of everything that a bundle may be made of: all sources but tests, the configuration, the versions. */
function hashOfSources() {
  const hash = createHash('sha256')
  for (const file of ['vite.config.ts', 'package-lock.json', ...filesUnder(inRoot('src'))]) {
    hash.update(`${file}\0`).update(readFileSync(join(root, file))).update('\0')
  }
  return hash.digest('hex')
}

const filesUnder = (folder) =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !/\.test\.tsx?$/.test(entry.name))
    .map((entry) => relative(root, join(entry.parentPath, entry.name)))
    .sort()
