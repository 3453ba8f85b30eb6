import { join } from 'node:path'
import { afterAll, afterEach, beforeEach, inject } from 'vitest'
import type { Browser } from 'playwright-core'
import { openDatabase, type Db } from '../../src/platform/db/database.ts'
import { openChromium } from './chromium.ts'
import { demoPageOf, type DemoPage } from './demo-page.ts'
import { forgetPictures, pictureOfFailure } from './look.ts'
import { programAt, type Program } from './program.ts'
import { signInAs } from './sign-in.ts'
import { copyOf } from './town.ts'
import { visitorAt, type Sight, type Visitor } from './visitor.ts'

export interface Story {
  program: Program
  demo: DemoPage
  /** Somebody who comes to the front door. */
  visitor(sight?: Sight): Promise<Visitor>
  /** Somebody of the town, signed in through the sign-in page, with the second factor where it is asked for. */
  signedIn(userName: string, sight?: Sight): Promise<Visitor>
  /** Stops the program and works on its database: for what only time would bring. The story starts it again. What open pages ask by themselves meanwhile is no complaint. */
  whileResting(work: (db: Db) => Promise<void>): Promise<void>
}

/**
 * The stage of one story file: a town of its own, the program, a browser. Any complaint of a browser or of the program
 * fails the test in which it was heard. `inOrder`: the tests are chapters of one story; after one that failed the others
 * are skipped.
 */
export async function story({ inOrder = false } = {}): Promise<Story> {
  const { place, remove } = await copyOf(inject('town'))
  const program = await programAt(place)
  const visitors: Visitor[] = []
  const opened: Browser[] = []
  afterAll(async () => {
    await Promise.all(opened.map((browser) => browser.close()))
    await program.stop()
    await remove()
  })
  await Promise.all([program.start(), forgetPictures()])
  const browser = await openChromium()
  opened.push(browser)

  const visitor = async (sight?: Sight) => {
    const one = await visitorAt(browser, program, sight)
    visitors.push(one)
    return one
  }
  const demo = demoPageOf((await visitor()).page)

  let broken = false
  beforeEach((chapter) => chapter.skip(inOrder && broken, 'an earlier chapter failed'))
  afterEach(async (chapter) => {
    const failed = chapter.task.result?.state === 'fail'
    broken ||= failed
    if (failed) await pictureOfFailure(visitors.map(({ page }) => page))
    const heard = [...visitors.flatMap(({ troubles }) => troubles.splice(0)), ...program.complaints()]
    if (heard.length > 0) throw new Error(`complaints were heard:\n${heard.join('\n')}`)
  })
  return {
    program, demo, visitor,
    async whileResting(work) {
      await program.stop()
      const database = await openDatabase(place.databaseUrl ? { url: place.databaseUrl, poolSize: 1 } : { dataDir: join(place.dataDir, 'db') })
      try {
        await work(database.db)
      } finally {
        await database.close()
      }
    },
    async signedIn(userName, sight) {
      const one = await visitor(sight)
      await signInAs(one, demo, userName)
      return one
    },
  }
}
