import { fileTypeFromFile } from 'file-type'
import { refuse, type Refusal } from '../../kernel/refusal.ts'
import { imageTrouble } from './image.ts'
import { pdfTrouble } from './pdf.ts'

/** What may be uploaded; never a page, a program or an archive. */
export type FileKind = 'pdf' | 'jpg' | 'png'

export const contentTypes: Readonly<Record<FileKind, string>> = {
  pdf: 'application/pdf', jpg: 'image/jpeg', png: 'image/png',
}

const extensions: Readonly<Record<FileKind, readonly string[]>> = {
  pdf: ['pdf'], jpg: ['jpg', 'jpeg', 'jpe', 'jfif'], png: ['png'],
}

/**
 * The kind of a file by its first bytes, whatever its name or its sender says. Refuses `file.kind_not_allowed`, and
 * `file.name_lies` where the name promises another kind: half of such files are mistakes, the other half are not.
 */
export async function kindOf(path: string, name: string, allowed: readonly FileKind[]): Promise<FileKind | Refusal> {
  const found = await fileTypeFromFile(path)
  const kind = allowed.find((one) => contentTypes[one] === found?.mime)
  const kinds = allowed.map((one) => one.toUpperCase()).join('/')
  if (!kind) return refuse('file.kind_not_allowed', { params: { kinds } })
  const extension = /\.([^.\s/\\]{1,12})$/.exec(name.normalize('NFKC').trim())?.[1]?.toLowerCase()
  if (extension && !extensions[kind].includes(extension)) {
    return refuse('file.name_lies', { params: { extension, kind: kind.toUpperCase() } })
  }
  return kind
}

/** What stands against keeping a file of this kind, or null. */
export const troubleOf = (path: string, kind: FileKind): Promise<Refusal | null> =>
  kind === 'pdf' ? pdfTrouble(path) : imageTrouble(path)
