import { mkdtempSync, readdirSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { crc32, deflateSync } from 'node:zlib'
import sharp from 'sharp'
import { describe, expect, test } from 'vitest'
import { isRefusal } from '../../kernel/refusal.ts'
import { localStore } from './local.ts'
import { imagePreview } from './preview.ts'
import { receive, shownName } from './receive.ts'

const folder = mkdtempSync(join(tmpdir(), 'kehui-receive-'))
const store = localStore(folder)
const take = (name: string, bytes: Buffer | string) =>
  receive(store, { name, stream: Readable.from([Buffer.from(bytes as string)]) }, { maxBytes: 10_485_760, kinds: ['pdf', 'jpg', 'png'] })
const verdict = async (name: string, bytes: Buffer | string) => {
  const received = await take(name, bytes)
  return isRefusal(received) ? received.code : received.kind
}

const picture = (format: 'jpeg' | 'png' | 'gif' | 'webp' | 'tiff', width = 60, height = 40) =>
  sharp({ create: { width, height, channels: 3, background: '#c33' } }).toFormat(format).toBuffer()

/** A small PDF of one empty page; `catalog` and `objects` are put into it as they are. */
function pdf(catalog = '', objects: (Buffer | string)[] = [], trailer = ''): Buffer {
  const all = [
    `<< /Type /Catalog /Pages 2 0 R ${catalog} >>`, '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] >>', ...objects,
  ]
  const parts: Buffer[] = [Buffer.from('%PDF-1.7\n%\xe2\xe3\xcf\xd3\n', 'latin1')]
  const places: number[] = []
  for (const [n, object] of all.entries()) {
    places.push(Buffer.concat(parts).length)
    parts.push(Buffer.from(`${n + 1} 0 obj\n`), Buffer.from(object as string), Buffer.from('\nendobj\n'))
  }
  const start = Buffer.concat(parts).length
  const table = places.map((place) => `${String(place).padStart(10, '0')} 00000 n \n`).join('')
  parts.push(Buffer.from(`xref\n0 ${all.length + 1}\n0000000000 65535 f \n${table}trailer\n<< /Size ${all.length + 1} /Root 1 0 R ${trailer} >>\nstartxref\n${start}\n%%EOF\n`))
  return Buffer.concat(parts)
}
const packed = (objects: string, more = '') => {
  const content = deflateSync(Buffer.from(objects))
  return Buffer.concat([
    Buffer.from(`<< /Type /ObjStm /N 1 /First 4 /Length ${content.length} /Filter /FlateDecode ${more}>>\nstream\n`), content, Buffer.from('\nendstream'),
  ])
}

test('S1-36 a licence scan may be a PDF, a JPG or a PNG, known by its first bytes', async () => {
  expect(await verdict('营业执照.pdf', pdf())).toBe('pdf')
  expect(await verdict('营业执照.JPEG', await picture('jpeg'))).toBe('jpg')
  expect(await verdict('营业执照.ｐｎｇ', await picture('png'))).toBe('png')
  expect(await verdict('no extension at all', await picture('png'))).toBe('png')
})

test('what was taken says what it is', async () => {
  const bytes = await picture('png')
  expect(await take('../../营业执照\u202Egnp.exe.png', bytes)).toEqual({
    key: expect.any(String), bytes: bytes.length, sha256: expect.stringMatching(/^[0-9a-f]{64}$/), kind: 'png', pages: null, name: '营业执照gnp.exe.png',
  })
})

test('a name that lies about its content is refused with both in the sentence', async () => {
  expect(await take('scan.pdf', await picture('jpeg'))).toMatchObject({
    code: 'file.name_lies', params: { extension: 'pdf', kind: 'JPG' }, fields: { file: { code: 'file.name_lies' } },
  })
  expect(await verdict('scan.png', pdf())).toBe('file.name_lies')
  expect(await verdict('scan.exe', pdf())).toBe('file.name_lies')
})

test.each([
  ['page.html', '<!doctype html><script>alert(1)</script>'], ['picture.svg', '<svg xmlns="http://www.w3.org/2000/svg" onload="x()"/>'],
  ['a.pdf', 'just text'], ['a.png', 'MZ\x90\x00'], ['a.pdf', '<?xml version="1.0"?><x/>'], ['a.zip', 'PK\x03\x04aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa'],
])('%s with other content is not of an allowed kind', async (name, content) => {
  expect(await verdict(name, Buffer.from(content, 'latin1'))).toBe('file.kind_not_allowed')
})

test('other pictures are not of an allowed kind, and zero bytes are empty', async () => {
  for (const format of ['gif', 'webp', 'tiff'] as const) {
    expect(await verdict(`a.${format}`, await picture(format))).toBe('file.kind_not_allowed')
    expect(await verdict('a.png', await picture(format))).toBe('file.kind_not_allowed')
  }
  expect(await verdict('a.pdf', '')).toBe('file.empty')
})

describe('PDFs', () => {
  test.each([
    ['a script at opening', '/OpenAction << /S /JavaScript /JS (app.alert(1)) >>'],
    ['a script in a name tree', '/Names << /JavaScript << /Names [(x) 4 0 R] >> >>'],
    ['a name in disguise', '/OpenAction << /S /#4aava#53cript /#4A#53 (x) >>'],
    ['a program to start', '/OpenAction << /S /Launch /F (cmd.exe) >>'],
    ['a file inside', '/Names << /EmbeddedFiles << /Names [(x) 4 0 R] >> >>'],
    ['a form that sends', '/AcroForm << /Fields [] >> /AA << /WC << /S /SubmitForm /F (http://evil.example) >> >>'],
  ])('with %s are refused', async (_, catalog) => {
    expect(await verdict('a.pdf', pdf(catalog))).toBe('file.pdf_active')
  })

  test('hide nothing in packed objects either', async () => {
    expect(await verdict('a.pdf', pdf('', [packed('7 0 << /S /JavaScript /JS (app.alert(1)) >>')]))).toBe('file.pdf_active')
    expect(await verdict('a.pdf', pdf('', [packed('7 0 << /Type /Annot /Rect [0 0 1 1] >>')]))).toBe('pdf')
  })

  test('that unpack without end, or whose packed objects are damaged, are refused', async () => {
    expect(await verdict('a.pdf', pdf('', [packed('0'.repeat(80 * 1_048_576))]))).toBe('file.pdf_unreadable')
    const broken = packed('7 0 << /Type /Annot >>')
    broken.fill(0x61, broken.indexOf('stream\n') + 7, broken.indexOf('stream\n') + 14)
    expect(await verdict('a.pdf', pdf('', [broken]))).toBe('file.pdf_unreadable')
  })

  test.each(['/ObjStm ', '/ObjStm /Filter stream\nxx ', '/ObjStm stream\nxx ', 'stream\n', 'endstream\n', '/#4', ' obj '])(
    'made of ten million bytes of "%s" do not hold anybody up',
    async (piece) => {
      const begun = process.cpuUsage()
      await verdict('a.pdf', `%PDF-1.7\n${piece.repeat(Math.floor(10_000_000 / piece.length))}%%EOF`)
      const { user, system } = process.cpuUsage(begun)
      expect((user + system) / 1000).toBeLessThan(3000)
    },
  )

  test('that are encrypted or broken off are refused', async () => {
    expect(await verdict('a.pdf', pdf('', [], '/Encrypt 9 0 R'))).toBe('file.pdf_encrypted')
    expect(await verdict('a.pdf', pdf().subarray(0, -20))).toBe('file.pdf_unreadable')
  })

  test('say how many pages they have, packed or not; nothing is said where old and new pages stand side by side', async () => {
    const pages = async (bytes: Buffer) => {
      const received = await take('a.pdf', bytes)
      return isRefusal(received) ? received.code : received.pages
    }
    const page = '<< /Type /Page /Parent 2 0 R >>'
    expect(await pages(pdf())).toBe(1)
    expect(await pages(pdf('', [page, packed(`7 0 8 31 ${page} << /Type/Page /Parent 2 0 R >>`)]))).toBe(4)
    expect(await pages(Buffer.concat([pdf('', [page]), Buffer.from(`3 0 obj\n${page}\nendobj\n%%EOF\n`)]))).toBeNull()
    expect(await pages(Buffer.concat([Buffer.from('%PDF-1.7\n1 0 obj\n<< /Linearized 1 /L 900 /N 37 /T 1 >>\nendobj\n%%EOF\n'), pdf()]))).toBe(37)
  })

  test('with links, forms to fill, a page to open at and words like script in their text are fine', async () => {
    const content = 'BT (JavaScript and Launch are words) Tj ET'
    const objects = [
      `<< /Length ${content.length} >>\nstream\n${content}\nendstream`,
      '<< /Type /Annot /Subtype /Link /A << /S /URI /URI (https://www.gov.cn) >> >>',
    ]
    expect(await verdict('a.pdf', pdf('/OpenAction [3 0 R /Fit] /AcroForm << /Fields [] >>', objects))).toBe('pdf')
  })
})

describe('pictures', () => {
  test('that unpack to more than memory holds are refused by their size alone', async () => {
    // A picture whose header promises 20,000 x 20,000 pixels: nothing may be unpacked to find that out.
    const bomb = await picture('png')
    bomb.writeUInt32BE(20_000, 16)
    bomb.writeUInt32BE(20_000, 20)
    bomb.writeUInt32BE(crc32(bomb.subarray(12, 29)), 29)
    const refused = await take('a.png', bomb)
    expect(refused).toMatchObject({ code: 'file.image_too_many_pixels', params: { width: 20_000, height: 20_000 } })
  })

  test('that end too early are refused', async () => {
    for (const format of ['jpeg', 'png'] as const) {
      const noise = await sharp({ create: { width: 400, height: 400, channels: 3, background: '#fff', noise: { type: 'gaussian', mean: 128, sigma: 60 } } })
        .toFormat(format).toBuffer()
      expect(await verdict(`a.${format}`, noise.subarray(0, Math.floor(noise.length / 2)))).toBe('file.image_unreadable')
      expect(await verdict(`a.${format}`, noise)).toBe(format === 'jpeg' ? 'jpg' : 'png')
    }
  })

  test('D24: are drawn anew for the preview: upright, at most 2000 pixels, without what else they carried', async () => {
    const photo = await sharp({ create: { width: 3000, height: 1000, channels: 3, background: '#08c' } })
      .jpeg().withExif({ IFD0: { Artist: 'somebody' }, IFD3: { GPSLatitude: '39/1 5/1 0/1' } }).withMetadata({ orientation: 6 }).toBuffer()
    expect(photo.includes('somebody')).toBe(true)
    const received = await take('a.jpg', photo)
    if (isRefusal(received)) throw new Error(received.code)
    const preview = await imagePreview(store, received.key)
    const { format, width, height, exif, orientation } = await sharp(preview).metadata()
    expect({ format, width, height, exif, orientation }).toEqual({ format: 'jpeg', width: 667, height: 2000, exif: undefined, orientation: undefined })
    expect(preview.includes('somebody')).toBe(false)
  })

  test('with transparency get a white ground', async () => {
    const clear = await sharp({ create: { width: 10, height: 10, channels: 4, background: { r: 0, g: 0, b: 0, alpha: 0 } } }).png().toBuffer()
    const received = await take('a.png', clear)
    if (isRefusal(received)) throw new Error(received.code)
    const { data } = await sharp(await imagePreview(store, received.key)).raw().toBuffer({ resolveWithObject: true })
    expect(data[0]).toBeGreaterThan(250)
  })
})

test('names keep what a person wrote and lose what a computer might obey', () => {
  expect(shownName('C:\\Users\\王\\营业执照（副本）.PDF', 'pdf')).toBe('营业执照（副本）.pdf')
  expect(shownName('a\r\nSet-Cookie: x.pdf', 'pdf')).toBe('aSet-Cookie x.pdf')
  expect(shownName('', 'jpg')).toBe('file.jpg')
  expect(shownName('../..', 'jpg')).toBe('file.jpg')
  expect([...shownName('\u{20bb7}'.repeat(300), 'png')].length).toBeLessThanOrEqual(120)
})

test('nothing half-taken stays behind', () => {
  expect(readdirSync(join(folder, 'tmp'))).toEqual([])
})
