import { bad, good, type Check } from '../kernel/check.ts'
import { lengthOf, onward, plainText } from './text.ts'

/** 研究领域关键词: 3 to 5 different ones of 2 to 20 characters, divided by any comma, 、 or semicolon. */
export const keywords: Check<string[]> = (raw) =>
  onward(plainText(raw), (text) => {
    const words = text.split(/[,，、;；]/).map((word) => word.trim()).filter((word) => word !== '')
    if (words.length < 3 || words.length > 5) return bad('keywords.count')
    const unfit = words.find((word) => lengthOf(word) < 2 || lengthOf(word) > 20)
    if (unfit !== undefined) return bad('keywords.length', { word: unfit })
    const folded = words.map((word) => word.normalize('NFKC').toLowerCase())
    const twice = words.find((_, i) => folded.indexOf(folded[i] ?? '') < i)
    return twice === undefined ? good(words) : bad('keywords.duplicate', { word: twice })
  })
