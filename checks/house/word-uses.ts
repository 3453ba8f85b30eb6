import { calleeOf, cookedParts, lineOf, nameOf, part, parts, stringOf, walk, type Node } from './syntax.ts'
import { isCode, isTest, only, type Tree } from './tree.ts'

/** A place where the code must name a word. */
export interface Use {
  /** The key; `*` stands for what is only known when the program runs. */
  key: string
  file: string
  line: number
}

const isWordsFile = (file: string) => /(^|\/)words\.[\w.]+\.ts$/.test(file)
const isProduct = (file: string) => file.startsWith('src/') && isCode(file) && !isTest(file) && !isWordsFile(file)

/** Where a call names a word, by the name of what is called: which of its arguments. */
const byCall: Readonly<Record<string, number>> = { t: 0, refuse: 0, bad: 0, refuseField: 1, beside: 1 }
/** Properties whose text is a word, if it looks like one. */
const byProperty = new Set(['code', 'error', 'message', 'title', 'label', 'group', 'template', 'refusals'])
const looksLikeKey = (text: string) => /^[a-z][a-z0-9_]*(\.[A-Za-z0-9_*]+)+$/.test(text)

/** Keys that an expression may come to: both branches of a condition, templates with `*` for their holes. */
function keysIn(node: Node | undefined): { key: string; node: Node }[] {
  if (!node) return []
  const plain = stringOf(node)
  if (plain !== null) return [{ key: plain, node }]
  if (node.type === 'TemplateLiteral') return [{ key: cookedParts(node).join('*'), node }]
  if (node.type === 'ConditionalExpression') return [...keysIn(part(node, 'consequent')), ...keysIn(part(node, 'alternate'))]
  if (node.type === 'LogicalExpression') return [...keysIn(part(node, 'left')), ...keysIn(part(node, 'right'))]
  if (node.type === 'TSAsExpression' || node.type === 'ParenthesizedExpression') return keysIn(part(node, 'expression'))
  if (node.type === 'ArrayExpression') return parts(node, 'elements').flatMap(keysIn)
  return []
}

/** The keys that stand where only a word makes sense: what is translated, what is refused with, titles of pages. */
export function strictUses(tree: Tree): Use[] {
  const uses: Use[] = []
  for (const [file, text] of only(tree, isProduct)) {
    const add = (found: { key: string; node: Node }[], sure: boolean) => {
      for (const { key, node } of found) {
        // A template that begins with a hole says too little to be judged: `${room}.event.${event}`.
        if (key.startsWith('*') || (!sure && !looksLikeKey(key))) continue
        uses.push({ key, file, line: lineOf(text, node) })
      }
    }
    walk(file, text, (node) => {
      if (node.type === 'CallExpression') {
        const called = calleeOf(node) ?? ''
        const which = byCall[called]
        if (which !== undefined) add(keysIn(parts(node, 'arguments')[which]), called !== 't' || part(node, 'callee')?.type === 'Identifier')
      }
      if (node.type === 'Property' && byProperty.has(nameOf(part(node, 'key')) ?? '')) add(keysIn(part(node, 'value')), nameOf(part(node, 'key')) === 'refusals')
      if (node.type === 'VariableDeclarator' && nameOf(part(node, 'id')) === 'code') add(keysIn(part(node, 'init')), false)
      if (node.type === 'JSXAttribute' && ['title', 'label', 'code'].includes(nameOf(part(node, 'name')) ?? '')) add(keysIn(part(node, 'value')), false)
    })
  }
  return uses
}

/** Every text in the code that could name a key, for the search for unused words. */
export function mentions(tree: Tree): { whole: Set<string>; patterns: string[] } {
  const whole = new Set<string>()
  const patterns = new Set<string>()
  for (const [file, text] of only(tree, isProduct)) {
    walk(file, text, (node) => {
      const plain = stringOf(node)
      if (plain !== null) whole.add(plain)
      else if (node.type === 'TemplateLiteral') {
        const pattern = cookedParts(node).join('*')
        if (/^[a-z*][A-Za-z0-9_.*]*$/.test(pattern) && pattern.includes('.')) patterns.add(pattern)
      } else if (node.type === 'BinaryExpression' && node.operator === '+') {
        const [left, right] = [stringOf(part(node, 'left')), stringOf(part(node, 'right'))]
        if (left?.endsWith('.')) patterns.add(`${left}*`)
        if (right?.startsWith('.')) patterns.add(`*${right}`)
      }
    })
  }
  return { whole, patterns: [...patterns] }
}

const toRegExp = (pattern: string) => new RegExp(`^${pattern.split('*').map((piece) => piece.replaceAll('.', '\\.')).join('[A-Za-z0-9_.]+')}$`)

/** Keys named where there must be words, and are none. */
export function unknownWords(uses: readonly Use[], keys: ReadonlySet<string>): string[] {
  const all = [...keys]
  return uses
    .filter(({ key }) => {
      if (key.includes('*')) return !all.some((one) => toRegExp(key).test(one))
      // A notice's template is the beginning of its sentences' keys.
      return !keys.has(key) && !['subject', 'body', 'sms'].some((end) => keys.has(`${key}.${end}`))
    })
    .map(({ key, file, line }) => `${file}:${line} says ${key}, which has no words`)
}

/** Words that nobody says. A key counts as said by its whole text, by a template, or by a beginning that is said and an end that is appended. */
export function unusedWords(tree: Tree, keys: ReadonlySet<string>): string[] {
  const { whole, patterns } = mentions(tree)
  const openEnds = patterns.filter((pattern) => pattern.startsWith('*'))
  const regexps = patterns.filter((pattern) => !pattern.startsWith('*')).map(toRegExp)
  const said = (key: string) => whole.has(key) || regexps.some((one) => one.test(key))
  const endings = openEnds.filter((pattern) => /^\*\.[A-Za-z0-9_.]+$/.test(pattern)).map((pattern) => pattern.slice(1))
  const middles = openEnds.filter((pattern) => /^\*\.[A-Za-z0-9_.]+\.\*$/.test(pattern)).map((pattern) => new RegExp(`^[a-z_]+${pattern.slice(1).replaceAll('.', '\\.').replace('*', '[A-Za-z0-9_.]+')}$`))
  // `${template}.${part}`: with the parts that are said somewhere as texts of their own.
  const appended = openEnds.includes('*.*') ? ['.subject', '.body', '.sms'] : []
  return [...keys].filter((key) => {
    if (said(key) || middles.some((one) => one.test(key))) return false
    return ![...endings, ...appended].some((end) => key.endsWith(end) && said(key.slice(0, -end.length)))
  })
}

/** Chinese in the code, and text in pages, that should be words. Comments do not count. */
export function looseText(tree: Tree, allowed: Readonly<Record<string, string>>): string[] {
  const found: string[] = []
  const used = new Set<string>()
  const reasonOf = (file: string) => Object.keys(allowed).find((place) => file === place || (place.endsWith('/') && file.startsWith(place)))
  for (const [file, text] of only(tree, isProduct)) {
    walk(file, text, (node, parents) => {
      const said = stringOf(node) ?? (node.type === 'TemplateLiteral' ? cookedParts(node).join('') : node.type === 'JSXText' ? String(node.value) : null)
      if (said === null) return
      const chinese = /\p{Script=Han}/u.test(said)
      const prose = node.type === 'JSXText' && /\p{L}{2,}/u.test(said)
      if (!chinese && !prose) return
      // The summary of a verb quotes the label of the manual: it is documentation of the interface.
      if (parents[0]?.type === 'Property' && nameOf(part(parents[0], 'key')) === 'summary') return
      const reason = reasonOf(file)
      if (reason) used.add(reason)
      else found.push(`${file}:${lineOf(text, node)} says “${said.trim().slice(0, 40)}” outside of the words`)
    })
  }
  for (const place of Object.keys(allowed)) if (!used.has(place)) found.push(`${place} may hold Chinese and holds none: the exception is no longer needed`)
  return found
}

/** Names of events that a room writes, from its code: `event: 'submitted'` in values and in types of events. */
export function eventsOfRooms(tree: Tree): Use[] {
  const uses: Use[] = []
  for (const [file, text] of only(tree, (one) => isProduct(one) && one.startsWith('src/modules/') && !one.includes('/web/'))) {
    walk(file, text, (node) => {
      if (node.type !== 'Property' && node.type !== 'TSPropertySignature') return
      if (nameOf(part(node, 'key')) !== 'event') return
      const type = part(part(node, 'typeAnnotation'), 'typeAnnotation')
      const values = node.type === 'Property' ? keysIn(part(node, 'value')) : keysIn(part(type, 'literal'))
      for (const { key, node: at } of values) if (/^[a-z_]+$/.test(key)) uses.push({ key, file, line: lineOf(text, at) })
    })
  }
  return uses
}
