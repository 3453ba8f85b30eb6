import { readFileSync } from 'node:fs'
import { Readable } from 'node:stream'
import { toString as qrCode } from 'qrcode'
import sharp from 'sharp'
import { isRefusal } from '../../kernel/refusal.ts'
import type { Lang } from '../../kernel/words.ts'
import { PressBusy, renderDocument } from '../../platform/pdf/render.ts'
import type { Tools } from '../../platform/tools.ts'
import type { Content } from '../calls/form/definition.ts'
import { openFile } from '../drafts/index.ts'
import { listOf } from '../lists/index.ts'
import { settingOf } from '../settings/index.ts'
import { printKey, printOf, templateVersion, type Printable } from './compose.ts'
import { drawer, leaseSeconds, mostAttempts, mostBytes } from './fields.ts'
import { claim, forget, putBack, settle, type PrintRow } from './print-store.ts'
import { draftPrintable, submittedPrintable } from './printable.ts'

const template = readFileSync(new URL('./application.typ', import.meta.url), 'utf8')
/** Finer than any printer shows across the width of the text. */
const widest = 1600
const largePicture = 300_000

/** The pictures of the texts, drawn anew when they were uploaded, by the name that the template knows. */
async function picturesOf(tools: Tools, id: string, content: Content): Promise<Map<string, { name: string; bytes: Buffer }>> {
  const pictures = new Map<string, { name: string; bytes: Buffer }>()
  for (const file of content.files) {
    if (file.kind === 'pdf' || file.state !== 'clean') continue
    const found = await openFile(tools.db, tools, id, file.id, 'preview')
    if (!found) continue
    const bytes = await bytesOf(found.stream)
    const isLarge = bytes.length > largePicture
    pictures.set(file.id, {
      name: `${file.id}.${isLarge || found.contentType === 'image/jpeg' ? 'jpg' : 'png'}`,
      bytes: isLarge ? await sharp(bytes).resize(widest, widest, { fit: 'inside', withoutEnlargement: true }).jpeg({ quality: 80 }).toBuffer() : bytes,
    })
  }
  return pictures
}

async function bytesOf(stream: AsyncIterable<unknown>): Promise<Buffer> {
  const pieces: Buffer[] = []
  for await (const piece of stream) pieces.push(Buffer.from(piece as Uint8Array))
  return Buffer.concat(pieces)
}

/** Names of codes with what stands above them, of the lists that the form asks for. */
async function codeNames(tools: Tools, of: Printable, lang: Lang): Promise<(list: string, code: string) => string> {
  const ids = new Set(of.document.form.tabs.flatMap((tab) => tab.fields.flatMap((field) => (field.kind === 'code' ? [field.list] : []))))
  const lists = new Map<string, Map<string, { name: string; parent: string | null }>>()
  for (const id of ids) {
    const list = await listOf(tools.db, tools.config, id)
    lists.set(id, new Map(list?.items.map((item) => [item.code, { name: (lang === 'en' && item.en) || item.name, parent: item.parent ?? null }])))
  }
  return (list, code) => {
    const way: string[] = []
    for (let at = lists.get(list)?.get(code); at && way.length < 6; at = at.parent === null ? undefined : lists.get(list)?.get(at.parent)) way.unshift(at.name)
    return way.join(' / ') || code
  }
}

/** The file of a version or of a draft: what is in it comes out of what was frozen alone. */
export async function typeset(tools: Tools, of: Printable, lang: Lang): Promise<{ pdf: Buffer; pages: number }> {
  const { config, db, clock, translate } = tools
  const pictures = await picturesOf(tools, of.applicationId, of.content)
  const print = printOf(of, { lang, t: translate[lang], codeName: await codeNames(tools, of, lang) }, {
    platform: await settingOf(db, config, lang === 'zh' ? 'site.name_zh' : 'site.name_en'), publicUrl: config.publicUrl, now: clock.now(), pictures: (id) => pictures.get(id) ?? null,
  })
  const images: Record<string, Uint8Array> = Object.fromEntries([...pictures.values()].map(({ name, bytes }) => [name, bytes]))
  if (print.qr) images['qr.svg'] = Buffer.from(await qrCode(print.verify, { type: 'svg', margin: 0, errorCorrectionLevel: 'M' }))
  return renderDocument({ template, data: print, images, at: of.submitted?.receivedAt ?? clock.now() })
}

/** null where what was asked for is no more: the draft was written on, or dropped. */
async function wanted(tools: Tools, row: PrintRow): Promise<Printable | null> {
  const { db, config } = tools
  if (row.template !== templateVersion) return null
  if (row.revision !== null) return submittedPrintable(db, row.application_id, row.revision)
  const draft = await draftPrintable(db, tools, row.application_id)
  return draft && printKey(draft, row.lang, config.publicUrl) === row.key ? draft : null
}

/** The virus check does not answer: nothing is wrong with the document, it comes once it can be looked at. */
class ScanAway extends Error {}

async function make(tools: Tools, row: PrintRow): Promise<void> {
  const { db, files, clock } = tools
  const of = await wanted(tools, row)
  if (!of) return forget(db, row.key)
  const { pdf, pages } = await typeset(tools, of, row.lang as Lang)
  const stored = await files.put(Readable.from(pdf), { maxBytes: mostBytes, drawer })
  if (isRefusal(stored)) throw stored.code === 'file.scan_unavailable' ? new ScanAway(stored.code) : new Error(stored.code)
  await settle(db, row.key, { state: 'made', file_key: stored.key, bytes: stored.bytes, pages, done_at: clock.now() })
}

/** Makes the next one that waits; says whether the one behind it may be tried. What fails is tried again, three times in all. */
export async function makeNext(tools: Tools): Promise<boolean> {
  const row = await claim(tools.db, leaseSeconds)
  if (!row) return false
  // A process that died over it each time wrote no trouble down: whoever comes next gives it up.
  if (row.attempts > mostAttempts) {
    await settle(tools.db, row.key, { state: 'failed', trouble: row.trouble ?? 'given up', done_at: tools.clock.now() })
    return true
  }
  try {
    await make(tools, row)
  } catch (error) {
    const trouble = String(error instanceof Error ? error.message : error).slice(0, 2000)
    if (error instanceof ScanAway) {
      tools.log.warn({ print: row.key }, 'the virus check does not answer: documents wait')
      await putBack(tools.db, row.key, 60, trouble, { isUntried: true })
      // It would not answer for the next one either.
      return false
    }
    tools.log.error({ err: error, print: row.key, applicationId: row.application_id }, 'a document was not made')
    if (error instanceof PressBusy) await putBack(tools.db, row.key, 5, trouble, { isUntried: true })
    else if (row.attempts < mostAttempts) await putBack(tools.db, row.key, 20 * row.attempts, trouble)
    else await settle(tools.db, row.key, { state: 'failed', trouble, done_at: tools.clock.now() })
  }
  return true
}
