import { pino, type DestinationStream, type Logger } from 'pino'

export type { Logger } from 'pino'

/**
 * The log: what happened to which request id, never what it held. No bodies, query strings, headers or personal data
 * are handed to it; the redaction below is the second line, for the day somebody does.
 */
export function makeLog(level: string, to?: DestinationStream): Logger {
  const options = {
    level,
    base: null,
    timestamp: pino.stdTimeFunctions.isoTime,
    redact: { paths: secretPaths, censor: '[hidden]' },
    serializers: { err: errorOf, error: errorOf },
  }
  return to ? pino(options, to) : pino(options)
}

const secretNames = [
  'password', 'secret', 'token', 'oneTimeCode', 'answer', 'answers', 'cookie', 'authorization',
  'body', 'query', 'params', 'headers', 'phone', 'mobile', 'mail', 'email', 'address', 'documentNumber', 'idNumber', 'name', 'userName', 'recipient',
]
const secretPaths = secretNames.flatMap((name) => [name, `*.${name}`, `*.*.${name}`])

/**
 * An error without the values it was about: PostgreSQL repeats a row in `detail` and `where`, and a query's
 * parameters may hang on the error as well.
 */
function errorOf(error: unknown) {
  if (!(error instanceof Error)) return { type: typeof error }
  const more = error as Error & { code?: unknown; constraint?: unknown; table?: unknown }
  const short = (value: unknown) => (typeof value === 'string' ? value : undefined)
  return {
    type: error.name,
    message: firstLine(error.message),
    code: short(more.code), constraint: short(more.constraint), table: short(more.table),
    stack: error.stack?.split('\n').filter((line) => /^\s+at /.test(line)).join('\n'),
  }
}

/** PostgreSQL quotes offending values (`invalid input syntax for type uuid: "..."`); what is in quotes stays out. */
const firstLine = (message: string) => (message.split('\n')[0] ?? '').replace(/"[^"]*"|'[^']*'/g, '"…"').slice(0, 300)
