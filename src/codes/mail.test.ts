import fc from 'fast-check'
import { expect, test } from 'vitest'
import { mail, mailForComparison } from './mail.ts'
import { read } from './testing/checked.ts'

test('S1-41 the local part stays as typed, the domain becomes lower case, slips of the keyboard are mended', () => {
  expect(read(mail(' Zhang.San@Example.COM '))).toBe('Zhang.San@example.com')
  expect(read(mail('ｚｓ＠ｅｘａｍｐｌｅ。com'))).toBe('zs@example.com')
  expect(mailForComparison('Zhang.San@example.com')).toBe('zhang.san@example.com')
})

test('what no mailbox has is refused', () => {
  const none = [
    '', 'a', '@x.cn', 'a@', 'a@b', 'a@@x.cn', 'a@b@x.cn', '.a@x.cn', 'a.@x.cn', 'a..b@x.cn', 'a@-x.cn', 'a@x-.cn',
    'a@x..cn', 'a@x.c', 'a b@x.cn', '张三@x.cn', 'a@x.cn\u0000', 'a@x.cn\r\nBcc: b@x.cn', '"a"@x.cn', 'a@[127.0.0.1]',
    'a,b@x.cn', '<a@x.cn>', `${'a'.repeat(65)}@x.cn`, `a@${'b.'.repeat(130)}cn`,
  ]
  for (const raw of none) {
    expect(mail(raw).ok, raw).toBe(false)
  }
  expect(mail(`${'a'.repeat(64)}@x.cn`).ok).toBe(true)
})

test('ordinary addresses pass unchanged', () => {
  const locals = fc.stringMatching(/^[A-Za-z0-9_+-]{1,20}$/)
  const domains = fc.stringMatching(/^[a-z0-9]{1,20}\.(com|cn|org|gov\.cn)$/)
  fc.assert(fc.property(locals, domains, (local, domain) => {
    expect(read(mail(`${local}@${domain}`))).toBe(`${local}@${domain}`)
  }))
})
