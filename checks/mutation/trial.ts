import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const root = join(import.meta.dirname, '../..')

/** The first test that went red, and why; null where all stayed green. */
export interface Red {
  test: string
  why: string
}

interface Report {
  testResults: { name: string; status: string; message: string; assertionResults: { status: string; fullName: string; failureMessages: string[] }[] }[]
}

/** Runs these test files against the server; stops at the first red one. */
export async function firstRed(files: readonly string[], serverUrl: string): Promise<Red | null> {
  const folder = await mkdtemp(join(tmpdir(), 'kehui-mutation-'))
  const report = join(folder, 'report.json')
  try {
    const args = ['run', '--project', 'races', '--project', 'contract', '--bail', '1', '--reporter=json', `--outputFile=${report}`, ...files]
    const vitest = spawn(process.execPath, [join(root, 'node_modules/vitest/vitest.mjs'), ...args], {
      cwd: root, stdio: ['ignore', 'ignore', 'pipe'], env: { ...process.env, TMPDIR: folder, KEHUI_TEST_DB: 'server', KEHUI_TEST_PG_URL: serverUrl },
    })
    let said = ''
    vitest.stderr.on('data', (chunk: Buffer) => void (said += chunk.toString()))
    const [code] = (await once(vitest, 'exit')) as [number | null]
    const told = JSON.parse(await readFile(report, 'utf8').catch(() => 'null')) as Report | null
    const red = told && redIn(told)
    if (red) return red
    return code === 0 && told ? null : { test: '(no test)', why: firstLine(said) || `vitest ended with ${code}` }
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

export function redIn({ testResults }: Report): Red | null {
  for (const file of testResults) {
    const failed = file.assertionResults.find(({ status }) => status === 'failed')
    if (failed) return { test: failed.fullName.trim(), why: firstLine(failed.failureMessages.join('\n')) }
  }
  const broken = testResults.find(({ status }) => status === 'failed')
  return broken ? { test: broken.name.slice(root.length + 1), why: firstLine(broken.message) } : null
}

const firstLine = (text: string): string => text.trim().split('\n')[0]?.slice(0, 160) ?? ''
