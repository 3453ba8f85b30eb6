import { assemble } from './assemble.ts'
import { loadConfig } from './config.ts'
import { giveUp, Mendable } from './give-up.ts'
import { sealedColumns } from './modules.ts'
import { setupTokenIfEmpty } from './modules/accounts/index.ts'
import { openConfigured } from './open.ts'
import { databaseClock } from './platform/clock.ts'
import { makeLog } from './platform/log.ts'
import { staleValues } from './platform/seal/rotate.ts'
import { demo } from '../world/people.ts'
import { startDemoProvider } from '../world/demo-provider.ts'
import type { Simulation } from '../world/provider.ts'
import { startSample, type Sample } from '../world/sample.ts'
import { buildTownIfEmpty, welcome } from '../world/town.ts'

const say = (line: string) => process.stdout.write(`${line}\n`)
let stopping = false

async function start(): Promise<void> {
  const config = loadConfig()
  const log = makeLog(config.logLevel)
  const database = await openConfigured(config, () => say('正在准备数据目录（仅首次）… Preparing the data folder (first start only) …'))
  const clock = await databaseClock(database.db)
  const program = await assemble({ config, database, clock, log, ...(config.demo ? { demo } : {}) })
  const { tools, app, outbox, jobs } = program
  // A lookup by blind index would miss rows that are still indexed under another key.
  const stale = await staleValues(database.db, tools.keyring, sealedColumns)
  if (stale.blind > 0) {
    await database.close()
    throw new Mendable('有数据仍按旧密钥建立索引，请先运行 npm run keys:rotate。Some data is still indexed under an older key: run npm run keys:rotate first.')
  }
  const measuring = setInterval(() => void clock.measure().catch(() => undefined), 60_000)
  measuring.unref()

  let sample: Sample | null = null
  let provider: Simulation | null = null
  const stop = async () => {
    if (stopping) return
    stopping = true
    clearInterval(measuring)
    await Promise.all([sample?.stop(), provider?.stop()])
    await program.stop()
    await database.close()
    process.exit(0)
  }
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => void stop())
  // Started by bin/start.cjs: if that dies, nobody is left to stop this.
  process.once('disconnect', () => void stop())

  if (config.demo) await buildTownIfEmpty(tools, app, say)
  await app.listen({ port: config.port, host: config.host })
  outbox.start()
  jobs.start()
  if (config.demo) {
    ;[sample, provider] = await Promise.all([startSample(tools, say), startDemoProvider(config, say)])
    for (const line of welcome(tools, sample?.origin ?? null, provider?.origin ?? null)) say(line)
  } else {
    const token = await setupTokenIfEmpty(tools)
    say(`科汇 Kehui: ${config.publicUrl}`)
    if (token) say(`尚无管理员，请在24小时内打开以下地址完成设置。No administrator yet: open this address within 24 hours.\n  ${config.publicUrl}/setup?token=${token}`)
  }
}

// Stopped while it still starts: what that breaks off is no trouble.
start().catch((error: unknown) => stopping ? undefined : giveUp(error))
