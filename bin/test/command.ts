import { spawn } from 'node:child_process'
import { constants } from 'node:os'
import { join } from 'node:path'

export const root = join(import.meta.dirname, '../..')

interface Options {
  env?: NodeJS.ProcessEnv
  signal?: AbortSignal
}

/** Runs a command with our own input and output; gives its exit code, 127 where there is no such command. */
export function run(command: string, args: readonly string[], { env = process.env, signal }: Options = {}): Promise<number> {
  return new Promise((resolve) => {
    if (signal?.aborted) return resolve(130)
    const child = spawn(command, args, { cwd: root, env, stdio: ['ignore', 'inherit', 'inherit'] })
    const stop = () => void child.kill('SIGTERM')
    signal?.addEventListener('abort', stop)
    const done = (code: number) => {
      signal?.removeEventListener('abort', stop)
      resolve(code)
    }
    child.once('error', () => done(127))
    child.once('exit', (code, name) => done(code ?? 128 + (name ? constants.signals[name] : 0)))
  })
}

/** A program of node_modules, by the Node that runs us. */
export const runNode = (script: string, args: readonly string[], options?: Options): Promise<number> =>
  run(process.execPath, [join(root, script), ...args], options)
