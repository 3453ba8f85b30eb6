import { run, runNode } from './command.ts'
import { outcome, type Part } from './part.ts'
import { runVitest } from './vitest.ts'

/** The parts in the order in which they run: the quick ones tell first. */
export const parts: readonly Part[] = [
  {
    name: 'types', title: '类型检查 · type check',
    run: async ({ env, signal }) => outcome((await runNode('node_modules/typescript/bin/tsc', ['--noEmit'], { env, signal })) === 0),
  },
  {
    name: 'lint', title: '静态检查 · lint',
    run: async ({ env, signal }) =>
      outcome((await runNode('node_modules/oxlint/bin/oxlint', ['--type-aware', '--deny-warnings'], { env, signal })) === 0),
  },
  { name: 'law', title: '规则 · law', run: (context) => runVitest('law', context) },
  { name: 'house', title: '代码结构 · house', run: (context) => runVitest('house', context) },
  {
    name: 'contract-embedded', group: 'contract', title: '接口（内置数据库）· contract on the embedded database',
    run: (context) => runVitest('contract', { ...context, env: { ...context.env, KEHUI_TEST_DB: 'embedded' } }),
  },
  {
    name: 'contract-server', group: 'contract', title: '接口（PostgreSQL）· contract on PostgreSQL', needs: ['server'], files: 'src/**/*.api.test.ts',
    run: (context) => runVitest('contract', { ...context, env: { ...context.env, KEHUI_TEST_DB: 'server' } }),
  },
  { name: 'races', title: '并发 · races', needs: ['server'], files: 'checks/races/**/*.race.test.ts', run: (context) => runVitest('races', context) },
  {
    name: 'build', title: '网页构建 · build of the browser part',
    run: async ({ env, signal }) => outcome((await run(process.execPath, ['bin/build-web.cjs'], { env, signal })) === 0),
  },
  { name: 'stories', title: '浏览器场景 · stories', needs: ['browser'], files: 'stories/**/*.story.ts', run: (context) => runVitest('stories', context) },
]

/** The parts that the arguments name (all, if they name none), and what is left of the arguments. */
export function choose(args: readonly string[]): { chosen: readonly Part[]; rest: readonly string[] } {
  const named = new Set(args.filter((arg) => parts.some(({ name, group }) => arg === name || arg === group)))
  const rest = args.filter((arg) => !named.has(arg))
  if (named.size === 0) return { chosen: parts, rest }
  return { chosen: parts.filter(({ name, group }) => named.has(name) || (group !== undefined && named.has(group))), rest }
}
