import { spawnSync } from 'node:child_process'
import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, beforeEach, describe, expect, test } from 'vitest'

const place = await mkdtemp(join(tmpdir(), 'kehui-start-'))
afterAll(() => rm(place, { recursive: true }))

const put = async (file: string, text: string) => {
  await mkdir(dirname(join(place, file)), { recursive: true })
  await writeFile(join(place, file), text)
}
const json = (file: string, value: unknown) => put(file, JSON.stringify(value))

/** Runs a line in the place, with an npm that only tells what it was asked and installs package `a`. */
function run(line: string, env: NodeJS.ProcessEnv = {}) {
  const { stdout, stderr, status } = spawnSync(process.execPath, ['-e', line], {
    cwd: place, encoding: 'utf8', env: { PATH: process.env.PATH, npm_execpath: join(place, 'npm-cli.js'), ...env },
  })
  return { stdout, stderr, status }
}
const install = (development: boolean, env?: NodeJS.ProcessEnv) =>
  run(`require('./bin/install.cjs').install({ development: ${development} })`, env)

const lock = {
  packages: {
    '': {},
    'node_modules/a': { version: '1.0.0' },
    'node_modules/tool': { version: '1.0.0', dev: true },
    'node_modules/here': { version: '1.0.0', optional: true, os: [process.platform], cpu: [process.arch] },
    'node_modules/elsewhere': { version: '1.0.0', optional: true, os: ['aix'], cpu: ['ppc64'] },
  },
}
const only = (...names: string[]) => ({ packages: Object.fromEntries(Object.entries(lock.packages).filter(([path]) => names.includes(path.slice(13)))) })

beforeEach(async () => {
  await rm(place, { recursive: true })
  await cp(import.meta.dirname, join(place, 'bin'), { recursive: true, filter: (file) => !file.endsWith('.ts') })
  await json('package-lock.json', lock)
  await put('npm-cli.js', `console.log('npm', process.argv.slice(2).join(' '), 'NODE_ENV=' + process.env.NODE_ENV, 'omit=' + process.env.npm_config_omit)`)
  for (const name of ['a', 'tool', 'here']) await json(`node_modules/${name}/package.json`, {})
  await json('node_modules/.package-lock.json', only('a', 'tool', 'here'))
})

describe('an old Node', () => {
  test.each(['start', 'test'])('bin/%s.cjs says one sentence and ends with 1', (command) => {
    const { stdout, stderr, status } = run(`Object.defineProperty(process, 'versions', { value: { node: '18.20.4' } }); require('./bin/${command}.cjs')`)
    expect({ stdout, status }).toEqual({ stdout: '', status: 1 })
    expect(stderr).toBe('需要 Node.js 20.19 或更高版本，当前是 18.20.4。\nNode.js 20.19 or newer is needed; this is 18.20.4.\n')
  })

  test.each(['floor', 'start', 'test'])('can read bin/%s.cjs', async (name) => {
    const code = (await readFile(join(import.meta.dirname, `${name}.cjs`), 'utf8')).replace(/\/\/.*|\/\*[^]*?\*\//g, '')
    expect(code).not.toMatch(/=>|\b(const|let|class|async|await)\b|`|\?\.|\?\?|\.\.\./)
  })
})

describe('the installation', () => {
  test('is left alone when everything is there', () => {
    expect(install(true)).toEqual({ stdout: '', stderr: '', status: 0 })
    expect(install(false)).toEqual({ stdout: '', stderr: '', status: 0 })
  })

  test('of a production machine may lack the tools of development', async () => {
    await json('node_modules/.package-lock.json', only('a', 'here'))
    expect(install(false).stdout).toBe('')
    expect(install(true).stdout).toContain('npm ci')
  })

  test.each([
    ['is missing', () => rm(join(place, 'node_modules'), { recursive: true })],
    ['was broken off before its end', () => rm(join(place, 'node_modules/.package-lock.json'))],
    ['lost a folder', () => rm(join(place, 'node_modules/a'), { recursive: true })],
    ['has an older version', () => json('node_modules/.package-lock.json', { packages: { ...only('tool', 'here').packages, 'node_modules/a': { version: '0.9.0' } } })],
    ['lacks the package of this system', () => json('node_modules/.package-lock.json', only('a', 'tool'))],
    ['is unreadable', () => put('node_modules/.package-lock.json', '{"pack')],
  ])('is made from the lockfile when it %s', async (_how, spoil) => {
    await spoil()
    const { stdout, status } = install(true, { NODE_ENV: 'production', npm_config_omit: 'dev' })
    expect(status).toBe(0)
    expect(stdout).toContain('npm ci --loglevel=error --no-audit --no-fund --ignore-scripts --include=optional --include=dev NODE_ENV=undefined omit=undefined')
  })

  test('that fails ends with 1 and a sentence', async () => {
    await rm(join(place, 'node_modules'), { recursive: true })
    await put('npm-cli.js', 'process.exit(3)')
    const { stderr, status } = install(true)
    expect(status).toBe(1)
    expect(stderr).toContain('could not be installed (npm ended with 3)')
  })
})

describe('the build', () => {
  const bundler = `
    const fs = require('fs'); console.log('vite', process.argv.slice(2).join(' '), process.env.NODE_ENV)
    fs.mkdirSync('dist/web', { recursive: true }); if (fs.existsSync('src/broken.ts')) process.exit(1)`
  const build = () => run(`require('./bin/build.cjs').build(process.execPath)`)

  beforeEach(async () => {
    await put('node_modules/vite/bin/vite.js', bundler)
    await put('vite.config.ts', '')
    await put('src/main.ts', 'one')
  })

  test('happens once, and again when a source has changed', async () => {
    expect(build().stdout).toContain('vite build --logLevel warn production')
    expect(build()).toEqual({ stdout: '', stderr: '', status: 0 })
    await put('src/main.ts', 'two')
    expect(build().stdout).toContain('vite build')
  })

  test('does not mind a changed test', async () => {
    build()
    await put('src/main.test.ts', 'a test')
    expect(build().stdout).toBe('')
  })

  test('that failed is tried again, and ends with 1 and a sentence', async () => {
    build()
    await put('src/broken.ts', '')
    for (const { stderr, status } of [build(), build()]) {
      expect(status).toBe(1)
      expect(stderr).toContain('could not be built (vite ended with 1)')
    }
  })
})

describe('a command in the foreground', () => {
  const runs = (code: string) => run(`const { run, end } = require('./bin/run.cjs'); run(process.execPath, ['-e', ${JSON.stringify(code)}]).then(end)`)

  test.each([0, 1, 42])('passes its exit code on: %i', (code) => {
    expect(runs(`process.exit(${code})`).status).toBe(code)
  })

  test('that a signal ended counts as 128 and the signal', () => {
    expect(runs(`process.kill(process.pid, 'SIGKILL')`).status).toBe(137)
  })

  test('gets our signal, and we end after it', () => {
    const polite = `process.on('SIGTERM', () => setTimeout(() => { console.log('stopped'); process.exit(0) }, 100)); process.kill(process.ppid, 'SIGINT'); setInterval(() => {}, 1000)`
    expect(runs(polite)).toMatchObject({ stdout: 'stopped\n', status: 0 })
  })
})
