import { existsSync, readFileSync, readdirSync } from 'node:fs'
import { join, relative, sep } from 'node:path'

/** Files by their path from the root, with their text: the real ones, or a forged handful in memory. */
export type Tree = ReadonlyMap<string, string>

export const root = join(import.meta.dirname, '../..')

/** Where our code lives; the bench may not be there in a shipped copy. */
export const ourFolders = ['src', 'world', 'stories', 'checks', 'bin', 'bench'].filter((folder) => folder !== 'bench' || existsSync(join(root, folder)))

/** Generated or vendored text, which no hand has written. */
const notOurs = [/^src\/platform\/db\/tables\.ts$/, /\/data\/common-passwords\.txt$/]

const isText = /\.(tsx?|cts|cjs|mjs|js|css|html|sql|md|json|txt)$/

/** All text files below these folders (or these files), sorted by path. */
export function readTree(...places: readonly string[]): Tree {
  const files = places.flatMap((place) => {
    if (isText.test(place)) return [place]
    return readdirSync(join(root, place), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && isText.test(entry.name))
      .map((entry) => relative(root, join(entry.parentPath, entry.name)).split(sep).join('/'))
  })
  const ours = files.filter((file) => !notOurs.some((pattern) => pattern.test(file))).sort()
  return new Map(ours.map((file) => [file, readFileSync(join(root, file), 'utf8')]))
}

/** A tree of a few made-up files: what a check must find is written into it. */
export const forged = (files: Readonly<Record<string, string>>): Tree => new Map(Object.entries(files))

export const isTest = (file: string): boolean => /\.(test|story)\.tsx?$/.test(file) || file.includes('/testing/')
export const isCode = (file: string): boolean => /\.tsx?$/.test(file)

/** The part of a tree whose paths pass. */
export const only = (tree: Tree, passes: (file: string) => boolean): Tree =>
  new Map([...tree].filter(([file]) => passes(file)))
