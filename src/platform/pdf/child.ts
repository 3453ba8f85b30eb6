import { setPriority } from 'node:os'
import { NodeCompiler, type NodeTypstDocument } from '@myriaddreamin/typst-ts-node-compiler'
import { fontBlobs } from './fonts.ts'
import type { Delivery, Order } from './job.ts'

/**
 * The process that typesets, one document after the other. It has no settings, no keys and no files: the workspace is a folder
 * that does not exist, and all that a template can read came over the channel.
 */
const workspace = '/kehui-prints-nothing-on-disk'
/** ISO 19005-2, level A: tagged, fonts embedded, fit for the archive. */
const standard = 'a-2a'

// In the last hours of a call those who submit come first: a print waits for whatever processor time is left.
setPriority(10)

const compiler = NodeCompiler.create({ workspace, fontArgs: [{ fontBlobs: fontBlobs() }] })

const send = (delivery: Delivery): void => void process.send?.(delivery)
const megabytes = (): number => Math.round(process.memoryUsage.rss() / 1_048_576)

process.on('message', ({ id, job }: Order) => {
  try {
    const { document, pages } = compiled(job)
    const pdf = compiler.pdf(document, { pdfStandard: standard, creationTimestamp: job.seconds })
    send({ id, ok: true, pdf, pages, megabytes: megabytes() })
  } catch (error) {
    send({ id, ok: false, trouble: String(error instanceof Error ? error.message : error).slice(0, 2000), megabytes: megabytes() })
  } finally {
    compiler.resetShadow()
    compiler.evictCache(0)
  }
})
process.on('disconnect', () => process.exit(0))

function compiled(job: Order['job']): { document: NodeTypstDocument; pages: number } {
  const put = (name: string, content: Uint8Array) => compiler.mapShadow(`${workspace}/${name}`, Buffer.from(content.buffer, content.byteOffset, content.byteLength))
  put('main.typ', Buffer.from(job.template))
  put('data.json', Buffer.from(job.data))
  for (const [name, content] of Object.entries(job.images)) put(`images/${name}`, content)
  const outcome = compiler.compile({ mainFilePath: `${workspace}/main.typ`, resetRead: true })
  const document = outcome.result
  if (document === null) {
    const error = outcome.takeError()
    throw new Error(JSON.stringify(error === null ? 'no document' : compiler.fetchDiagnostics(error)))
  }
  return { document, pages: document.numOfPages }
}
