import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { testsOfRows, untestedRows } from '../house/rows.ts'
import { root } from '../house/tree.ts'
import { finishedRows, generated, testTree } from './map.ts'

const say = (line: string) => process.stdout.write(`${line}\n`)

/** `npm run map` writes what is generated; `npm run map S1-18 E02` tells the tests of rows. */
async function main(rows: readonly string[]): Promise<void> {
  if (rows.length > 0) {
    const tests = testsOfRows(testTree())
    for (const row of rows) {
      say(row)
      for (const { title, file } of tests.get(row) ?? []) say(`  ${file}: ${title}`)
    }
    return
  }
  for (const [file, text] of await generated()) {
    const path = join(root, file)
    let before = ''
    try {
      before = readFileSync(path, 'utf8')
    } catch {
      // Written for the first time.
    }
    if (before === text) continue
    writeFileSync(path, text)
    say(`written: ${file}`)
  }
  for (const sentence of untestedRows(testTree(), Object.values(finishedRows()).flat())) say(sentence)
}

await main(process.argv.slice(2))
process.exit()
