import { createWriteStream } from 'node:fs'
import { rename } from 'node:fs/promises'
import { createGzip } from 'node:zlib'
import { pipeline } from 'node:stream/promises'
import { dump } from '../src/platform/db/dump.ts'
import { openConfigured, orSentence, path } from './db-place.ts'

/** `npm run db:dump -- kehui.dump.gz`: everything in the database, into a file that only its owner may read. */
await orSentence(async () => {
  const file = path('db:dump')
  const database = await openConfigured()
  try {
    const packed = createGzip()
    // Under its name only when it is whole.
    const written = pipeline(packed, createWriteStream(`${file}.half`, { mode: 0o600, flags: 'w' }))
    const [rows] = await Promise.all([dump(database, packed), written])
    await rename(`${file}.half`, file)
    console.log(`${file}: ${rows} 行 rows`)
  } finally {
    await database.close()
  }
})
