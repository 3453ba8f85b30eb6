import { availableParallelism } from 'node:os'
import { defineConfig } from 'vitest/config'

const contract = '{src,checks}/**/*.api.test.ts'

/** The levels of test (docs: STYLE.md, Tests). `npm test` runs them all; `npx vitest run <path>` runs one file. */
export default defineConfig({
  test: {
    pool: 'forks',
    // Two keep two cores busy, since they wait for the database; more cores keep one for it.
    maxWorkers: Math.max(2, availableParallelism() - 1),
    // The program is read once by each worker, not once for each file: what a file needs of its own, it makes itself.
    isolate: false,
    // The server of the application is under test, not the browser's bundler: no transforms of styles are wanted.
    css: false,
    // A slow machine may take its time: these are the ends of what never comes. By itself vitest polls for one second.
    expect: { poll: { timeout: 10_000 } },
    projects: [
      { extends: true, test: { name: 'law', include: ['src/**/*.test.ts', 'src/**/*.test.tsx', 'world/**/*.test.ts'], exclude: [contract], testTimeout: 60_000, hookTimeout: 60_000 } },
      { extends: true, test: { name: 'house', include: ['checks/*.test.ts', 'bin/**/*.test.ts'], exclude: [contract], testTimeout: 120_000, hookTimeout: 120_000 } },
      {
        extends: true,
        test: {
          name: 'contract', include: [contract], globalSetup: 'checks/harness/vitest-contract.ts',
          testTimeout: 120_000, hookTimeout: 120_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'races', include: ['checks/races/**/*.race.test.ts'], globalSetup: 'checks/harness/vitest-server.ts',
          env: { KEHUI_TEST_DB: 'server' }, testTimeout: 120_000, hookTimeout: 120_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'stories', include: ['stories/**/*.story.ts'], globalSetup: 'stories/harness/setup.ts',
          // Each has a town, a program and a browser of its own, and waits most of the time: two keep two cores busy.
          maxWorkers: 2, testTimeout: 180_000, hookTimeout: 180_000,
        },
      },
    ],
  },
})
