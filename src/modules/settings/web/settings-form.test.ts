import { expect, it } from 'vitest'
import { changesIn, filled, formVerb, type Setting } from './settings-form.ts'

const setting = (key: Setting['key'], value: Setting['value'], version = 0): Setting =>
  ({ key, value, default: value, version, group: 'site', input: 'line', optional: false, range: null, subject: '0190a000-0000-8000-8000-000000000000', changedAt: null })

const loaded = [setting('site.name_zh', '天津市科技管理信息平台', 3), setting('registration.draft_days', 30), setting('owner.link', '')]

it('only what was changed is sent, with the version it was read in', () => {
  const typed = { ...filled(loaded), site: { name_zh: '津沽科技平台' } }
  expect(changesIn(loaded, typed)).toEqual([{ key: 'site.name_zh', version: 3, value: '津沽科技平台' }])
  expect(changesIn(loaded, filled(loaded))).toEqual([])
})

it('an emptied number is sent as empty, so that the server can say what is wrong', () => {
  expect(changesIn(loaded, { ...filled(loaded), registration: { draft_days: null } })).toEqual([{ key: 'registration.draft_days', version: 0, value: '' }])
})

it('each setting of the form is checked by its kind', () => {
  const parsed = formVerb.input.safeParse({ ...filled(loaded), owner: { link: 'ftp://x' } })
  expect(parsed.error?.issues.some((issue) => issue.path.join('.') === 'owner.link' && issue.message === 'settings.link')).toBe(true)
})
