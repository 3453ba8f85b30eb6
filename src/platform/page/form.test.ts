import { expect, test } from 'vitest'
import { refuse, refuseField } from '../../kernel/refusal.ts'
import { checkbox, errorSummary, formState, passwordField, radioField, selectField, textField } from './form.ts'

const t = (key: string) => `«${key}»`
const typed = { userName: '测试"><b>', password: 'Secret12345!', kind: 'unit', agree: 'yes' }

test('nothing typed is lost after a refusal, and it stands there as text', () => {
  const form = formState({ t, form: typed }, refuseField('userName', 'accounts.taken'))
  expect(textField(form, { name: 'userName', label: '用户名' }).toString()).toContain('value="测试&quot;&gt;&lt;b&gt;"')
  expect(selectField(form, { name: 'kind', label: 'x', options: [{ value: 'unit', label: 'u' }] }).toString()).toContain('value="unit" selected')
  expect(radioField(form, { name: 'kind', label: 'x', options: [{ value: 'unit', label: 'u' }] }).toString()).toMatch(/value="unit"[^>]* checked/)
  expect(checkbox(form, { name: 'agree', label: 'x' }).toString()).toContain(' checked')
})

test('a password is never written back', () => {
  expect(passwordField(formState({ t, form: typed }), { name: 'password', label: '密码' }).toString()).not.toContain('Secret')
})

test('an error stands beside its field, tied to it, and in the summary with a link', () => {
  const form = formState({ t, form: typed }, refuseField('userName', 'accounts.taken'))
  const field = textField(form, { name: 'userName', label: '用户名', hint: 'h' }).toString()
  expect(field).toContain('aria-invalid="true"')
  expect(field).toContain('aria-describedby="f-userName-hint f-userName-error"')
  expect(field).toContain('«accounts.taken»')
  expect(errorSummary(form).toString()).toContain('<a href="#f-userName">«accounts.taken»</a>')
})

test('a refusal of the whole form stands in the summary; a form without one shows none', () => {
  expect(errorSummary(formState({ t, form: typed }, refuse('busy'))).toString()).toContain('«busy»')
  expect(errorSummary(formState({ t, form: typed })).toString()).toBe('')
})
