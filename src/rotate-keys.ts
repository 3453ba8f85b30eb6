import { loadConfig } from './config.ts'
import { giveUp } from './give-up.ts'
import { sealedColumns } from './modules.ts'
import { openConfigured } from './open.ts'
import { makeKeyring } from './platform/seal/keyring.ts'
import { rotate } from './platform/seal/rotate.ts'

/** `npm run keys:rotate`: seals everything under the first key of KEYS; the server rests meanwhile (docs/operations.md). */
async function rotateKeys(): Promise<void> {
  const config = loadConfig()
  const database = await openConfigured(config)
  for (const { column, resealed, reblinded } of await rotate(database.db, makeKeyring(config.keys, config.cipher), sealedColumns)) {
    process.stdout.write(`${column}: ${resealed} sealed, ${reblinded} indexed anew\n`)
  }
  await database.close()
}

rotateKeys().catch(giveUp)
