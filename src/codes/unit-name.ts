import { bad, good, type Check } from '../kernel/check.ts'
import { lengthOf, onward, plainText } from './text.ts'

const allowed = /^[\p{Unified_Ideograph}〇\p{Script=Latin}\p{Nd}（）()·&\-、 ]$/u

/** 单位名称: 2 to 100 characters of those that a licence bears; NFC, nothing else changed. */
export const unitName: Check = (raw) =>
  onward(plainText(raw), (name) => {
    if (lengthOf(name) < 2 || lengthOf(name) > 100) return bad('unit_name.format')
    const odd = [...name].find((c) => !allowed.test(c))
    return odd === undefined ? good(name) : bad('unit_name.characters', { character: odd })
  })

/** Equal for two writings of one name: brackets of either width, with or without spaces. For uniqueness and for 户名. */
export const unitNameForComparison = (name: string): string =>
  name.normalize('NFC').replaceAll('(', '（').replaceAll(')', '）').replace(/\s/g, '')

/** Latin look-alikes after UTS #39, in lower case: digits and letters of other scripts that pass for Latin ones. */
const lookAlikes: Record<string, string> = {
  0: 'o', 1: 'l', i: 'l', '|': 'l', ı: 'l',
  а: 'a', в: 'b', е: 'e', к: 'k', м: 'm', н: 'h', о: 'o', р: 'p', с: 'c', т: 't', у: 'y', х: 'x', і: 'l', ѕ: 's',
  α: 'a', β: 'b', ε: 'e', η: 'h', ι: 'l', κ: 'k', μ: 'm', ν: 'v', ο: 'o', ρ: 'p', τ: 't', υ: 'u', χ: 'x', ζ: 'z',
  // Hanzi that differ by a stroke and are in no table of UTS #39.
  囗: '口', 曰: '日', 末: '未', 已: '己', 巳: '己', 入: '人', 士: '土',
}

/** What does not count in a skeleton: spaces, brackets, dots, hyphens, accents. */
const unseen = /[\s()（）[\]【】·・.&\-、,，_]|\p{Mn}/gu

/**
 * The shape of a name as a hurried reader sees it: equal skeletons of two units are a warning to the reviewer
 * (`unit_name.alike`), never a refusal. Brackets, spaces, dots and hyphens do not count.
 */
export function unitNameSkeleton(name: string): string {
  const folded = name.normalize('NFKC').toLowerCase().normalize('NFD').replace(unseen, '')
  return [...folded].map((c) => lookAlikes[c] ?? c).join('').replaceAll('rn', 'm').replaceAll('vv', 'w')
}
