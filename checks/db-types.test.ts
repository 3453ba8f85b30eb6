import { readFile } from 'node:fs/promises'
import { expect, test } from 'vitest'
import { typesFile, typesOfMigrations } from '../bin/db-types.ts'

test('the types of the tables are those of the migrations (else: npm run db:types)', async () => {
  expect(await readFile(typesFile, 'utf8')).toBe(await typesOfMigrations())
})
