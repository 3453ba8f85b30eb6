import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'

/** What a reader of PDF files finds: the text of each page without blanks and line ends, and what the file says of itself. */
export async function readPdf(pdf: Buffer): Promise<{ pages: string[]; /** In points. */ sizes: number[][]; info: Record<string, unknown>; fonts: string[] }> {
  const task = getDocument({ data: new Uint8Array(pdf), verbosity: 0 })
  try {
    const document = await task.promise
    const pages: string[] = []
    const sizes: number[][] = []
    for (let n = 1; n <= document.numPages; n++) {
      const page = await document.getPage(n)
      const { items } = await page.getTextContent()
      const { width, height } = page.getViewport({ scale: 1 })
      sizes.push([Math.round(width), Math.round(height)])
      pages.push(items.map((item) => ('str' in item ? item.str : '')).join('').replaceAll(/\s/g, ''))
    }
    const { info } = await document.getMetadata()
    const names = [...pdf.toString('latin1').matchAll(/\/BaseFont\s*\/([\w+-]+)/g)].map((one) => (one[1] ?? '').split('+').at(-1)?.replace(/-Identity-H$/, '') ?? '')
    return { pages, sizes, info: info as Record<string, unknown>, fonts: [...new Set(names)].toSorted() }
  } finally {
    await task.destroy()
  }
}
