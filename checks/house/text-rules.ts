import { calleeOf, lineOf, nameOf, part, stringOf, cookedParts, walk } from './syntax.ts'
import { isCode, isTest, only, type Tree } from './tree.ts'

/** Promises to do it later, written so that this file does not hold them itself. */
const later = new RegExp(`\\b(${['TO' + 'DO', 'FIX' + 'ME', 'X' + 'XX', 'HA' + 'CK'].join('|')})\\b`)

/** Work put off, and tests that do not run. A `skipIf` says its condition and shows in the count. */
export function putOff(tree: Tree): string[] {
  const found: string[] = []
  for (const [file, text] of tree) {
    text.split('\n').forEach((line, index) => {
      if (later.test(line)) found.push(`${file}:${index + 1} puts work off: ${later.exec(line)?.[0]}`)
    })
    if (!isCode(file)) continue
    walk(file, text, (node) => {
      if (node.type !== 'MemberExpression') return
      const [object, property] = [nameOf(part(node, 'object')), nameOf(part(node, 'property'))]
      if (!property || !['it', 'test', 'describe', 'suite', 'bench'].includes(object ?? '')) return
      if (['skip', 'only', 'todo', 'fails'].includes(property)) found.push(`${file}:${lineOf(text, node)} ${object}.${property}: a test that does not run proves nothing`)
    })
  }
  return found
}

/** Files longer than a screen or five, unless their length has a reason. */
export function tooLong(tree: Tree, most: number, reasons: Readonly<Record<string, string>>): string[] {
  const found: string[] = []
  const long = new Set<string>()
  for (const [file, text] of tree) {
    const lines = text.split('\n').length - 1
    if (lines <= most) continue
    long.add(file)
    if (!reasons[file]) found.push(`${file} has ${lines} lines, more than ${most}`)
  }
  for (const file of Object.keys(reasons)) if (!long.has(file)) found.push(`${file} is not long any more: its reason can go`)
  return found
}

/** Middle one of the lengths of files (law 13). */
export function medianLength(tree: Tree): number {
  const lengths = [...tree.values()].map((text) => text.split('\n').length - 1).sort((a, b) => a - b)
  return lengths[Math.floor(lengths.length / 2)] ?? 0
}

/** Names that say nothing (STYLE.md). */
export const vagueNames = (tree: Tree): string[] =>
  [...tree.keys()].filter((file) => file.split('/').some((piece) => /^(utils?|helpers?|common|misc|services?|managers?)(\.|$)/.test(piece)))

/** `process.env` outside of the one place that reads it. */
export function environmentReaders(tree: Tree): string[] {
  const found: string[] = []
  for (const [file, text] of only(tree, (one) => one.startsWith('src/') && isCode(one) && !isTest(one) && !/^src\/config(\/|\.ts$)/.test(one))) {
    walk(file, text, (node) => {
      if (node.type !== 'MemberExpression' || nameOf(part(node, 'property')) !== 'env') return
      if (nameOf(part(node, 'object')) === 'process') found.push(`${file}:${lineOf(text, node)} reads process.env`)
    })
  }
  return found
}

/** `console` in the program: the log knows what must not stand in it, the console does not. */
export function consoleUsers(tree: Tree): string[] {
  const found: string[] = []
  for (const [file, text] of only(tree, (one) => one.startsWith('src/') && isCode(one) && !isTest(one))) {
    walk(file, text, (node) => {
      if (node.type === 'MemberExpression' && nameOf(part(node, 'object')) === 'console') found.push(`${file}:${lineOf(text, node)} writes to the console`)
    })
  }
  return found
}

const foreign = /\b(?:https?|wss?):\/\/[^\s'"`<>)]+|(?<![:\w])\/\/[a-z0-9-]+(?:\.[a-z0-9-]+)+\//i
/** Names of vocabularies, which nobody fetches. */
const names = /^https?:\/\/www\.w3\.org\//

/**
 * Foreign addresses in what browsers get: nothing is loaded from elsewhere (PI-12). Comments do not count. `links`:
 * addresses that a person may be led to, by reason.
 */
export function foreignAddresses(tree: Tree, links: Readonly<Record<string, string>> = {}): string[] {
  const found: string[] = []
  for (const [file, text] of only(tree, (one) => /^src\/(web\/|platform\/page\/|modules\/[^/]+\/(web|pages)\/)/.test(one) && !isTest(one) && !/words\./.test(one))) {
    const say = (said: string, line: number) => {
      const address = foreign.exec(said)?.[0]
      if (address && !names.test(address) && !links[address]) found.push(`${file}:${line} names ${address}`)
    }
    if (isCode(file)) {
      walk(file, text, (node) => {
        const said = stringOf(node) ?? (node.type === 'TemplateLiteral' ? cookedParts(node).join('x') : node.type === 'JSXText' ? String(node.value) : null)
        if (said !== null) say(said, lineOf(text, node))
      })
    } else if (/\.(css|html|js)$/.test(file)) {
      text.replace(/\/\*[^]*?\*\/|<!--[^]*?-->/g, (comment) => comment.replace(/[^\n]/g, ' ')).split('\n').forEach((line, index) => say(line.replace(/^\s*\/\/.*$/, ''), index + 1))
    }
  }
  return found
}

/** `is not distinct from` in SQL: no index serves it, so a lookup by it reads the whole table. `reasons`: files where nothing is looked up by it. */
export function unindexable(tree: Tree, reasons: Readonly<Record<string, string>> = {}): string[] {
  const found: string[] = []
  const used = new Set<string>()
  for (const [file, text] of only(tree, (one) => one.startsWith('src/') && isCode(one) && !isTest(one))) {
    walk(file, text, (node) => {
      const said = node.type === 'TemplateLiteral' ? cookedParts(node).join('x') : stringOf(node)
      if (said === null || !/\bis\s+not\s+distinct\s+from\b/i.test(said)) return
      used.add(file)
      if (!reasons[file]) found.push(`${file}:${lineOf(text, node)} compares by \`is not distinct from\`, which no index serves: say \`=\` or \`is null\``)
    })
  }
  for (const file of Object.keys(reasons)) if (!used.has(file)) found.push(`${file} compares no longer by \`is not distinct from\`: its reason can go`)
  return found
}

/** Ways to make HTML of text in the browser, and to run text as code. */
export function dangerous(tree: Tree): string[] {
  const found: string[] = []
  for (const [file, text] of only(tree, (one) => one.startsWith('src/') && isCode(one) && !isTest(one))) {
    walk(file, text, (node) => {
      const at = `${file}:${lineOf(text, node)}`
      if (node.type === 'JSXAttribute' && nameOf(part(node, 'name')) === 'dangerouslySetInnerHTML') found.push(`${at} sets inner HTML`)
      if (node.type === 'MemberExpression' && ['innerHTML', 'outerHTML', 'insertAdjacentHTML'].includes(nameOf(part(node, 'property')) ?? '')) found.push(`${at} sets inner HTML`)
      if (node.type === 'CallExpression' && calleeOf(node) === 'eval' && part(node, 'callee')?.type === 'Identifier') found.push(`${at} runs text as code`)
      if (node.type === 'NewExpression' && nameOf(part(node, 'callee')) === 'Function') found.push(`${at} runs text as code`)
    })
  }
  return found
}
