import { expect, test } from 'vitest'
import { zh as ofAccounts } from '../../accounts/words.zh.ts'
import { zh } from '../words.zh.ts'

test('S1-34 说明 1-4 stand as in the manual, the cut sentence completed (S1-21) and the browsers of today named (S1-20)', () => {
  expect(zh['units.notes.1']).toBe('如果单位用户注册中途退出，请直接登录页面输入用户名和密码继续完成注册。')
  expect(zh['units.notes.2']).toBe('组织机构代码，请使用半角数字填写，若有英文字母请填写大写，电子邮箱与手机号码将用于接收通知，请准确填写。')
  expect(zh['units.notes.3']).toBe('单位用户信息提交后，需要局级主管部门（区科技局）审核通过后才可以使用。')
  expect(zh['units.notes.4']).toMatch(/^如果系统出现页面问题，请改用.*Chrome/)
  expect(zh['units.notes.4']).not.toMatch(/Internet Explorer|IE/)
})

test('S1-15 after success one is told to keep user name and password safe', () => {
  expect(zh['units.success.keep']).toBe('账户注册成功后，请妥善保管用户名和密码。')
})

test('S1-07 the unit comes first: while waiting and at home one reads that fillers follow', () => {
  expect(zh['units.waiting.meanwhile.3']).toContain('审核通过后，填报用户才能选择本单位')
  expect(zh['units.home.next.fillers.text']).toContain('单位生效后，填报用户即可选择本单位注册')
})

test('S1-35 to S1-43 fields and buttons bear the words of the manual', () => {
  expect([
    'userName', 'password', 'passwordAgain', 'name', 'creditCode', 'legalNature', 'legalType', 'legalRepresentative', 'authorityId',
    'registered', 'located', 'contactName', 'mail', 'phone',
  ].map((field) => (zh as Record<string, string>)[`units.field.${field}`])).toEqual([
    '单位管理员用户名', '密码', '确认密码', '单位名称', '统一社会信用代码', '法人性质', '法人类型', '法定代表人', '局级（区县）主管部门',
    '注册地址', '坐落地址', '联系人姓名', '电子邮箱', '手机号码',
  ])
  expect([ofAccounts['security_question.1'], ofAccounts['security_question.unchosen'], ofAccounts['security_question.answer']]).toEqual(['问题一', '---请选择问题---', '请填写答案'])
  expect(ofAccounts['security_question.lead']).toBe('忘记用户名、密码时，可以通过回答问题找回用户名和密码。')
})
