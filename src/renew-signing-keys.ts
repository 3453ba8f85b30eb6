import { loadConfig } from './config.ts'
import { giveUp } from './give-up.ts'
import { renewSigningKeys } from './modules/subsystems/index.ts'
import { openConfigured } from './open.ts'
import { databaseClock } from './platform/clock.ts'
import { makeKeyring } from './platform/seal/keyring.ts'

/**
 * `npm run signing-keys:renew`: another key for what the platform tells subsystems; the server may go on running. With
 * `-- --leaked` the keys of before are worthless at once (docs/subsystems.md).
 */
async function renew(): Promise<void> {
  const config = loadConfig()
  const database = await openConfigured(config)
  const tools = { clock: await databaseClock(database.db), db: database.db, keyring: makeKeyring(config.keys, config.cipher) }
  const { kid, retired } = await renewSigningKeys(tools, process.argv.includes('--leaked'))
  process.stdout.write(`${kid} made, ${retired} retired\n`)
  await database.close()
}

renew().catch(giveUp)
