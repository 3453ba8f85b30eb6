import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

/** SIL Open Font License; the only fonts of our documents, whatever is installed on the machine. */
export const fontFamily = 'Noto Sans SC'
const files = ['400Regular/NotoSansSC_400Regular.ttf', '700Bold/NotoSansSC_700Bold.ttf'] as const

const read = (name: string): Buffer => readFileSync(fileURLToPath(import.meta.resolve(`@expo-google-fonts/noto-sans-sc/${name}`)))

export const fontBlobs = (): Buffer[] => files.map(read)

let known: ((codePoint: number) => boolean) | null = null

/** Whether the fonts can draw a character; the two weights have the same ones. */
export function isDrawable(codePoint: number): boolean {
  known ??= coverageOf(read(files[0]))
  return known(codePoint)
}

/** The characters of a TrueType font: table `cmap`, format 12 (OpenType 1.9, 5.2). */
export function coverageOf(font: Buffer): (codePoint: number) => boolean {
  const tables = Array.from({ length: font.readUInt16BE(4) }, (_, i) => 12 + 16 * i)
  const entry = tables.find((at) => font.toString('latin1', at, at + 4) === 'cmap')
  if (entry === undefined) throw new Error('a font without characters')
  const cmap = font.readUInt32BE(entry + 8)
  const subtables = Array.from({ length: font.readUInt16BE(cmap + 2) }, (_, i) => cmap + font.readUInt32BE(cmap + 4 + 8 * i + 4))
  const whole = subtables.find((at) => font.readUInt16BE(at) === 12)
  if (whole === undefined) throw new Error('a font without characters beyond the first plane')
  const groups = Array.from({ length: font.readUInt32BE(whole + 12) }, (_, i) => whole + 16 + 12 * i)
  const starts = Uint32Array.from(groups, (at) => font.readUInt32BE(at))
  const ends = Uint32Array.from(groups, (at) => font.readUInt32BE(at + 4))
  return (codePoint) => {
    let [low, high] = [0, starts.length - 1]
    while (low <= high) {
      const middle = (low + high) >> 1
      if (codePoint < (starts[middle] ?? 0)) high = middle - 1
      else if (codePoint > (ends[middle] ?? 0)) low = middle + 1
      else return true
    }
    return false
  }
}
