import { createReadStream } from 'node:fs'
import { createGunzip } from 'node:zlib'
import { load } from '../src/platform/db/load.ts'
import { openConfigured, orSentence, path } from './db-place.ts'

/** `npm run db:load -- kehui.dump.gz`: a dump into an empty database. */
await orSentence(async () => {
  const file = path('db:load')
  const database = await openConfigured()
  try {
    const packed = createReadStream(file)
    const plain = packed.pipe(createGunzip())
    packed.on('error', (error) => plain.destroy(error))
    console.log(`${file}: ${await load(database, plain)} 行 rows`)
  } finally {
    await database.close()
  }
})
