import { expect, test } from 'vitest'
import { zh } from '../words.zh.ts'

const words = (...keys: (keyof typeof zh)[]) => keys.map((key) => zh[key])

test('S1-24 S1-25 S1-29 the form bears the words of the manual', () => {
  expect(words('people.title.register', 'people.register', 'people.success')).toEqual(['填报用户注册', '注册', '提交成功'])
  expect(words(
    'people.field.userName', 'people.field.password', 'people.field.passwordAgain', 'people.field.name', 'people.field.phone', 'people.field.mail', 'people.field.unit',
  )).toEqual(['用户名', '密码', '确认密码', '负责人姓名', '手机号码', '电子邮箱', '管理单位'])
})

test('S1-26 S1-27 S1-28 the unit is chosen in 单位选择, by its full name', () => {
  expect(words('people.pick.title', 'people.pick.take', 'people.pick.label')).toEqual(['单位选择', '选择', '管理单位全称'])
})

test('S1-31 who finds nothing reads that the unit must be registered and approved', () => {
  expect(zh['people.pick.none.1']).toBe('只能查询到已注册并通过审核的单位')
  expect(zh['people.pick.invite.text']).toContain('{link}')
})

test('S1-32 a filler is called 负责人, too', () => {
  expect(words('people.title.person', 'people.section.person')).toEqual(['填报用户', '负责人'])
})

test('S1-47 S1-48 S1-49 columns, states and the deed of a row', () => {
  expect(words(
    'people.field.number', 'people.field.userName', 'people.field.name', 'people.field.phone', 'people.field.mail', 'people.field.status',
  )).toEqual(['序号', '用户名', '负责人姓名', '手机号码', '电子邮箱', '用户状态'])
  expect(words('people.status.enabled', 'people.status.disabled', 'people.modules')).toEqual(['已启用', '已禁用', '模块配置'])
})

test('S1-54 what is said of looks is what is asked: a reason for documents alone; 您 stands in letters alone', () => {
  expect(zh['people.reveal.logged']).toMatch(/查看联系方式记录查看人和时间；查看证件号码须填写原因/)
  expect(zh['people.mark.new.title']).not.toContain('刚刚')
  expect(Object.entries(zh).filter(([key, sentence]) => sentence.includes('您') && !/^people\.notice\..*\.body$/.test(key))).toEqual([])
})
