import { expect, test } from 'vitest'
import { assets, publicAssets } from './assets.ts'
import { html } from './html.ts'
import { phoneLinks, publicLayout } from './layout.ts'

const site = {
  nameZh: '天津市科技管理信息平台', nameEn: 'Tianjin Science and Technology Management Information Platform', ownerZh: '天津市科学技术局', ownerEn: 'Bureau',
  ownerLink: 'javascript:alert(1)', supportMail: 'program@example.gov.cn', supportPhone: '022-0000 0000', supportHours: '9:00-17:00', icp: '', policeRecord: '', homeProvince: '120000', identity: null, profile: 'tianjin' as const, demo: true, embedded: true,
}
const call = { t: (key: string) => key, lang: 'zh' as const, mode: 'standard' as const, site, path: '/sign-in', query: { back: '/app/x?a=1' }, actor: null, stage: null, nonce: 'n', tools: { clock: { now: () => new Date('2026-03-20T16:05:59Z') } } }
const page = publicLayout(call, { title: '登录<', body: html`<h1>登录</h1>` }).toString()

test('S1-01 both names stand in the header', () => {
  expect(page).toContain('>天津市科技管理信息平台</span>')
  expect(page).toContain('>Tianjin Science and Technology Management Information Platform</span>')
})

test('S1-57 the support mailbox stands on every public page', () => {
  expect(page).toContain('href="mailto:program@example.gov.cn"')
})

test('S2-92 two numbers of the support are two links', () => {
  expect(phoneLinks('023-01234567、023-01234568').toString()).toBe('<a href="tel:02301234567">023-01234567</a>、<a href="tel:02301234568">023-01234568</a>')
  expect(phoneLinks('022-01234567 转 8').toString()).toBe('<a href="tel:02201234567">022-01234567 转 8</a>')
  expect(publicLayout({ ...call, site: { ...site, supportPhone: '023-01234567, 023-01234568' } }, { title: '', body: '' }).toString().match(/href="tel:/g)).toHaveLength(2)
})

test('E64 the time of the platform stands on every public page, to the minute', () => {
  expect(page).toContain('<dt>page.time</dt><dd><time data-clock datetime="2026-03-20T16:05:59.000Z">2026-03-21 00:05</time></dd>')
})

test('titles and settings cannot break out', () => {
  expect(page).toContain('<title>登录&lt; - ')
  expect(page).not.toContain('javascript:')
})

test('language and mode lead back to the same page with its query', () => {
  const back = encodeURIComponent(`/sign-in?back=${encodeURIComponent('/app/x?a=1')}`)
  expect(page).toContain(`/preferences?lang=en&amp;back=${back}`)
  expect(page).toContain(`/preferences?mode=elder&amp;back=${back}`)
})

test('no inline script or style, nothing from elsewhere, and everything it links is served', () => {
  expect(page).not.toMatch(/<script(?![^>]*\ssrc="\/assets\/)|<style| on\w+="| style="/)
  const linked = [...page.matchAll(/\/assets\/([\w.]+)/g)].map((m) => m[1])
  for (const name of linked) expect(Object.keys(publicAssets())).toContain(name)
  expect(linked.length).toBe(3)
  expect(assets.css.body.toString()).toContain('--ink:')
})

test('S1-20 the note for old browsers is there without a script', () => {
  expect(page).toContain('id="old-browser"')
})
