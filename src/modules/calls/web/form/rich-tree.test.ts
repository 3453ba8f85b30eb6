import { describe, expect, it } from 'vitest'
import { readRich } from '../../form/rich.ts'
import { cleanedPaste, sameTree, treeOf } from './rich-tree.ts'

const paragraph = (text: string) => ({ type: 'paragraph', content: [{ type: 'text', text }] })

describe('the tree of the editor', () => {
  it('is one that the grammar takes: attributes that say nothing and links that cannot be followed are gone', () => {
    const tree = treeOf({
      type: 'doc',
      content: [
        { type: 'heading', attrs: { level: 2, textAlign: null }, content: [{ type: 'text', text: '标题' }] },
        { type: 'table', content: [{ type: 'tableRow', content: [{ type: 'tableCell', attrs: { colspan: 1, rowspan: 1, colwidth: null, align: 'left' }, content: [paragraph('甲\u0007乙')] }] }] },
        { type: 'paragraph', content: [{ type: 'text', text: '坏', marks: [{ type: 'link', attrs: { href: 'javascript:alert(1)', target: '_blank' } }, { type: 'strike' }, { type: 'bold' }] }] },
        { type: 'paragraph', content: [{ type: 'text', text: '好', marks: [{ type: 'link', attrs: { href: 'https://example.cn/', target: '_blank', rel: 'x', class: null } }] }] },
      ],
    })
    expect(readRich(tree, 0)).toMatchObject({ ok: true })
    expect(tree.content[1]?.content?.[0]?.content?.[0]).toEqual({ type: 'tableCell', attrs: { colspan: 1, rowspan: 1 }, content: [paragraph('甲 乙')] })
    expect(tree.content.slice(2).map(({ content }) => content?.[0]?.marks)).toEqual([[{ type: 'bold' }], [{ type: 'link', attrs: { href: 'https://example.cn/' } }]])
  })

  it('the empty line at its end is no part of it', () => {
    expect(treeOf({ type: 'doc', content: [paragraph('甲'), { type: 'paragraph' }, { type: 'paragraph' }] })).toEqual({ type: 'doc', content: [paragraph('甲')] })
    expect(treeOf({ type: 'doc', content: [{ type: 'paragraph' }] })).toEqual({ type: 'doc', content: [{ type: 'paragraph' }] })
  })

  it('is the same in whatever order its attributes stand', () => {
    expect(sameTree({ type: 'image', attrs: { fileId: 'a', alt: 'b' } }, { attrs: { alt: 'b', fileId: 'a' }, type: 'image' })).toBe(true)
    expect(sameTree(null, undefined)).toBe(true)
    expect(sameTree(paragraph('甲'), paragraph('乙'))).toBe(false)
  })
})

it('what Word puts around its text does not come along', () => {
  const word = '<html><head><style>p{color:red}</style></head><body><!--[if gte mso 9]><xml>x</xml><![endif]--><h1>标题</h1><p class="MsoNormal">正文<o:p></o:p></p><h5>小</h5><script>alert(1)</script></body></html>'
  expect(cleanedPaste(word)).toBe('<html><body><h2>标题</h2><p class="MsoNormal">正文</p><h3>小</h3></body></html>')
})
