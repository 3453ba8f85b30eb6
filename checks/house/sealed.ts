import type { SealedColumn } from '../../src/platform/seal/rotate.ts'
import { readTree, isTest } from './tree.ts'

const isSealedColumn = (value: unknown): value is SealedColumn =>
  typeof value === 'object' && value !== null && ['table', 'key', 'column', 'context'].every((name) => typeof (value as Record<string, unknown>)[name] === 'string')

/** What the program rotates: the lists of all rooms, and those that the platform exports (`outboxSealed` and its like). */
export async function sealedColumns(): Promise<SealedColumn[]> {
  const { rooms } = await import('../../src/modules.ts')
  const platform: SealedColumn[] = []
  for (const [file, text] of readTree('src/platform')) {
    if (isTest(file) || !/\bexport const \w*[sS]ealed\w*\s*:\s*readonly SealedColumn\[\]/.test(text)) continue
    const exported = (await import(/* @vite-ignore */ `../../${file}`)) as Record<string, unknown>
    for (const value of Object.values(exported)) if (Array.isArray(value)) platform.push(...value.filter(isSealedColumn))
  }
  return [...platform, ...rooms.flatMap((room) => room.sealed ?? [])]
}
