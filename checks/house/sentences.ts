import type { WordTable } from '../../src/kernel/words.ts'

const holes = (sentence: string) => [...sentence.matchAll(/\{(\w+)\}/g)].map((match) => match[1]).sort().join(' ')
/** Forms by number (`{n:record|records}`) whose number the sentence does not tell. */
const numberless = (sentence: string) => [...sentence.matchAll(/\{(\w+):[^{}]*\}/g)].filter((form) => !sentence.includes(`{${form[1]}}`)).map((form) => form[0])
const han = /\p{Script=Han}/u

/** What is wrong with the sentences themselves, whoever uses them (STYLE.md, Words). `asIs`: keys with a reason to break a rule. */
export function wrongSentences(zh: WordTable, en: WordTable, asIs: Readonly<Record<string, string>> = {}): string[] {
  const found: string[] = []
  for (const key of new Set([...Object.keys(zh), ...Object.keys(en)])) {
    const [chinese, english] = [zh[key], en[key]]
    if (chinese === undefined || english === undefined) {
      found.push(`${key} has no ${chinese === undefined ? 'Chinese' : 'English'} sentence`)
      continue
    }
    if (!/^[a-z][A-Za-z0-9_]*(\.[A-Za-z0-9_]+)*$/.test(key)) found.push(`${key} is not a key`)
    if (!chinese.trim() || !english.trim()) found.push(`${key} is empty`)
    if (holes(chinese) !== holes(english)) found.push(`${key} has {${holes(chinese)}} in Chinese and {${holes(english)}} in English`)
    if (chinese.includes('|')) found.push(`${key} has forms by number in Chinese`)
    for (const form of numberless(english)) found.push(`${key} has ${form} without its number`)
    if (/[!！]/.test(chinese + english)) found.push(`${key} has an exclamation mark`)
    if (chinese.includes('您') && !isLetter(key)) found.push(`${key} says 您, which stands in letters alone`)
    if (asIs[key]) continue
    const half = halfWidth(chinese)
    if (half) found.push(`${key} has half-width punctuation in Chinese: ${half}`)
    if (/["']/.test(chinese)) found.push(`${key} has straight quotes in Chinese: write “”`)
    if (han.test(english)) found.push(`${key} has Chinese in its English sentence`)
    if (/[，。；：？！（）、“”]/u.test(english.replace(/“|”/g, ''))) found.push(`${key} has full-width punctuation in English`)
    if (han.test(chinese) && /[A-Za-z]{2,}\s*[,;]\s/.test(chinese)) found.push(`${key} has half-width punctuation in Chinese`)
  }
  return found
}

/** Mail, SMS and inbox: what is written to somebody, by the endings of its keys (outbox/message.ts). */
const isLetter = (key: string) => /\.(subject|body|sms)$/.test(key)

/** Half-width punctuation that touches a Chinese character; none in numbers, times, addresses and names of programs. */
function halfWidth(sentence: string): string | null {
  const touching = /[\p{Script=Han}”）][,.!?;:()]|[,!?;()]\p{Script=Han}|(?<!\d)[.:]\p{Script=Han}/u
  return touching.exec(sentence.replace(/\{\w+\}/g, '字'))?.[0] ?? null
}

/** Keys that several tables give: the second one would be lost, or the first start would fail. */
export function givenTwice(tables: Readonly<Record<string, WordTable>>): string[] {
  const first = new Map<string, string>()
  const found: string[] = []
  for (const [name, table] of Object.entries(tables)) {
    for (const key of Object.keys(table)) {
      const other = first.get(key)
      if (other) found.push(`${key} stands in ${other} and in ${name}`)
      else first.set(key, name)
    }
  }
  return found
}
