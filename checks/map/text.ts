/** Cells of a Markdown table: nothing in them may end the row. */
const cell = (value: string | number | null | undefined): string => String(value ?? '').replaceAll('|', '\\|').replaceAll('\n', ' ').trim()

export const table = (head: readonly string[], rows: readonly (readonly (string | number | null | undefined)[])[]): string =>
  [head, head.map(() => '---'), ...rows].map((row) => `| ${row.map(cell).join(' | ')} |`).join('\n')

export const code = (text: string): string => `\`${text}\``

const note = '<!-- Written by `npm run map`. Not by hand. -->'

/** A generated file: heading, where it comes from, sections parted by empty lines. */
export const page = (title: string, ...sections: readonly string[]): string => [`# ${title}`, note, ...sections].join('\n\n') + '\n'

/** Replaces what stands between `<!-- generated: name -->` and `<!-- end -->` in a text that is otherwise written by hand. */
export function fillBlocks(text: string, blocks: Readonly<Record<string, string>>): string {
  return text.replace(/(<!-- generated: ([\w-]+) -->\n)[^]*?(<!-- end -->)/g, (_whole, begin: string, name: string, end: string) => {
    const block = blocks[name]
    if (block === undefined) throw new Error(`nothing generates the block ${name}`)
    return `${begin}${block}\n${end}`
  })
}
