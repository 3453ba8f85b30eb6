import type { Page } from 'playwright-core'
import { zh } from '../../src/words.zh.ts'
import { chineseLeft } from './english.ts'

const inHan = (text: string): number => text.match(/\p{Script=Han}/gu)?.length ?? 0
const quoted = (text: string): string => text.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`)

/** Each Chinese sentence of the product as it looks with anything in its places; what is hardly more than places would meet everything. */
const sentences: readonly RegExp[] = Object.values(zh)
  .filter((sentence) => inHan(sentence.replaceAll(/\{\w+\}/g, '')) >= 2)
  .map((sentence) => new RegExp(`^${sentence.split(/\{\w+\}/).map(quoted).join('.*')}$`, 'su'))

/** On an English page: sentences of the product's own that are still Chinese. What people and units have written stays as it is. */
export const ownChineseLeft = async (page: Page, data: RegExp = /(?!)/): Promise<string[]> =>
  (await chineseLeft(page, data)).filter((text) => sentences.some((sentence) => sentence.test(text)))
