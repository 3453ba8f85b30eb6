import { ConfigError } from './config.ts'
import { CannotOpen } from './platform/db/cannot-open.ts'

/** What the operator can mend: one sentence in each language, without a trace. */
export class Mendable extends Error {}

/** Ends a command with exit code 1: by one sentence where the operator can mend it, else by its trace. */
export function giveUp(error: unknown): never {
  const code = (error as { code?: string }).code
  if (error instanceof ConfigError || error instanceof CannotOpen || error instanceof Mendable) process.stderr.write(`${error.message}\n`)
  else if (code === 'EADDRINUSE') process.stderr.write('端口已被占用，请换一个端口，例如 PORT=8081 npm start。The port is in use: choose another one, e.g. PORT=8081 npm start.\n')
  else if (code === 'EACCES') process.stderr.write('没有权限监听该端口或写入数据目录。Not allowed to listen on this port or to write the data folder.\n')
  else process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`)
  process.exit(1)
}
