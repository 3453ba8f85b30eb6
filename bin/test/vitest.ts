import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { runNode } from './command.ts'
import { outcome, type Context, type Outcome } from './part.ts'

interface Report {
  numPassedTests: number
  numFailedTests: number
  numPendingTests: number
  numTodoTests: number
  testResults: { name: string; status: string; message?: string; assertionResults: { status: string; fullName: string; failureMessages?: string[] | null }[] }[]
}

/** Runs one of the projects in vitest.config.ts and counts its cases. */
export async function runVitest(project: string, { args, env, signal }: Context): Promise<Outcome> {
  const folder = await mkdtemp(join(tmpdir(), 'kehui-report-'))
  const file = join(folder, 'report.json')
  const told = [...args, '--reporter=default', '--reporter=json', `--outputFile.json=${file}`, '--passWithNoTests']
  try {
    const code = await runNode('node_modules/vitest/vitest.mjs', ['run', '--project', project, ...told], { env, signal })
    const report = JSON.parse(await readFile(file, 'utf8').catch(() => 'null')) as Report | null
    return report ? countOf(report, code, args.length > 0) : outcome(false, `vitest ended with ${code} and no report`)
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

/** A file that could not even be collected is one failure, and so is an error outside of every test. */
export function countOf(report: Report, code: number, filtered: boolean): Outcome {
  const { numPassedTests: passed, numFailedTests, numPendingTests, numTodoTests } = report
  const skipped = numPendingTests + numTodoTests
  const uncollected = report.testResults.filter((file) => file.status === 'failed' && file.assertionResults.length === 0).length
  const failed = numFailedTests + uncollected
  const failures = failuresOf(report)
  if (code !== 0 && failed === 0) return { passed, failed: 1, skipped, note: 'an error outside of the tests' }
  if (passed + failed + skipped > 0 || filtered) return { passed, failed, skipped, ...(failures.length > 0 && { failures }) }
  return { passed, failed: 1, skipped, note: 'no tests were found' }
}

/** File, title and the beginning of what each failed case said. */
function failuresOf(report: Report): string[] {
  const begin = (text: string | null | undefined) => (text ?? '').split('\n').slice(0, 12).join('\n').slice(0, 1500)
  return report.testResults.flatMap(({ name, status, message, assertionResults }) =>
    status === 'failed' && assertionResults.length === 0
      ? [`${name}\n${begin(message)}`]
      : assertionResults.filter((one) => one.status === 'failed').map((one) => `${name} > ${one.fullName}\n${begin(one.failureMessages?.join('\n'))}`))
}
