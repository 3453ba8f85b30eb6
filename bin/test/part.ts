/** One part of `npm test`. */
export interface Part {
  name: string
  /** Heading, as the person who waits reads it. */
  title: string
  /** `npm test -- contract` runs every part of that group. */
  group?: string
  needs?: readonly Need[]
  /** Its files, to name them where they are not run. */
  files?: string
  run(context: Context): Promise<Outcome>
}

/** What a part cannot do without, and `npm test` brings where it may. */
export type Need = 'server' | 'browser'

export interface Context {
  /** Arguments for vitest: files, `-t`, `--update` ... */
  args: readonly string[]
  env: NodeJS.ProcessEnv
  signal: AbortSignal
}

export interface Outcome {
  passed: number
  failed: number
  skipped: number
  /** One line for the table, where the numbers do not say it all. */
  note?: string
  /** The cases that failed, with what they said: told once more behind the table, where a log that was cut still shows them. */
  failures?: readonly string[]
}

export const outcome = (ok: boolean, note?: string): Outcome => ({ passed: ok ? 1 : 0, failed: ok ? 0 : 1, skipped: 0, note })
