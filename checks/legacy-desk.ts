import { legacyContract as verbs } from '../src/modules/legacy/contract.ts'
import { legacyJobs } from '../src/modules/legacy/jobs.ts'
import { buildTown } from '../world/town.ts'
import { testServer } from './server.ts'

/** The platform's desk where old accounts are imported, in a town without units. */
export async function legacyDesk() {
  const server = await testServer({ config: { demo: true } })
  const town = await buildTown(server.tools, server.app, { units: [] })
  const desk = town.staff.pingtai_zhou
  if (!desk) throw new Error('pingtai_zhou is not signed in')
  const work = async () => {
    for (const job of legacyJobs) if (job.name === 'legacy.work') await job.run(server.tools)
  }
  return {
    server, town, desk, work,
    /** Uploads a file and waits for the report on it. */
    async send(bytes: string | Buffer, name = 'accounts.csv') {
      const { id } = await desk.upload(verbs.upload, {}, { name, bytes: Buffer.from(bytes) })
      await work()
      return desk.ask(verbs.look, { id })
    },
  }
}
