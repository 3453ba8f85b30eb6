import { strFromU8, unzipSync } from 'fflate'

/** What an XML document may hold (XML 1.0, 2.2). */
// oxlint-disable-next-line no-control-regex -- these are the ones to find
const impossible = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/

const markup = /<(?:\?xml[^>]*\?|(?<close>\/)?(?<name>[A-Za-z][\w:.-]*)(?<attributes>(?:\s+[\w:.-]+="[^"<&]*(?:&(?:amp|lt|gt|quot);[^"<&]*)*")*)\s*(?<empty>\/)?)>/y
const characters = /(?:[^<&]|&(?:amp|lt|gt|quot);)+/y

/** Throws where a document is not well-formed; gives its elements with what stands in them, in order. */
export function elementsOf(xml: string): { path: string; attributes: string; text: string }[] {
  if (impossible.test(xml) || !xml.isWellFormed()) throw new Error('a character that XML cannot hold')
  const open: { path: string; attributes: string; text: string }[] = []
  const found: typeof open = []
  for (let at = 0; at < xml.length;) {
    const one = xml[at] === '<' ? markup : characters
    one.lastIndex = at
    const match = one.exec(xml)
    if (!match) throw new Error(`not XML at ${at}: ${xml.slice(at, at + 60)}`)
    at = one.lastIndex
    const { name, close, attributes, empty } = match.groups ?? {}
    const last = open.at(-1)
    if (one === characters) {
      if (!last) throw new Error('text outside of the document')
      last.text += match[0].replace(/&(amp|lt|gt|quot);/g, (_, e: 'amp' | 'lt' | 'gt' | 'quot') => ({ amp: '&', lt: '<', gt: '>', quot: '"' })[e])
    } else if (close) {
      if (last?.path.split('/').at(-1) !== name) throw new Error(`</${name}> closes nothing`)
      open.pop()
    } else if (name) {
      const element = { path: `${last?.path ?? ''}/${name}`, attributes: attributes ?? '', text: '' }
      found.push(element)
      if (!empty) open.push(element)
    }
  }
  if (open.length > 0) throw new Error(`${open.at(-1)?.path} is not closed`)
  return found
}

/** The parts of a workbook, unpacked. */
export const unpacked = (bytes: Uint8Array): Record<string, string> =>
  Object.fromEntries(Object.entries(unzipSync(bytes)).map(([name, part]) => [name, strFromU8(part)]))

/** As a workbook shows it: texts by cell (`A2`), with the signs of ECMA-376, 22.9.2.19 read. */
export function cellsOf(sheet: string): Record<string, string> {
  const cells: Record<string, string> = {}
  let at = ''
  for (const { path, attributes, text } of elementsOf(sheet)) {
    if (path.endsWith('/c')) at = /\br="([A-Z]+\d+)"/.exec(attributes)?.[1] ?? ''
    if (path.endsWith('/t')) cells[at] = text.replace(/_x([0-9a-f]{4})_/gi, (_, code: string) => String.fromCharCode(parseInt(code, 16)))
    if (path.endsWith('/v')) cells[at] = text
  }
  return cells
}
