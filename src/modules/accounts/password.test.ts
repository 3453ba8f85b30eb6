import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { isCommon, newPasswordProblem } from './common-passwords.ts'
import { defaultPolicy, passwordProblem, passwordStrength, worth } from './password.ts'

const who = { userName: 'bdyanfa01', phone: '16438205716', mail: 'li.fang@example.org', names: ['渝州示范大学', 'Li Fang'] }
const codeOf = (password: string, policy = defaultPolicy) => newPasswordProblem(password, who, policy)?.code ?? 'good'

describe('S1-14 a new password', () => {
  test.each([
    ['mei-Gui7hua', 'good'],
    ['Luo9 Ye feng shu', 'good'],
    ['山高月小水落石出Ab', 'good'],
    ['🌊Cloud9🌊harbour', 'good'],
  ])('%s can be taken', (password, code) => expect(codeOf(password)).toBe(code))

  test.each([
    ['Mei-Gui7h', 'password.weak', 'nine characters'],
    ['meiguihuahua', 'password.weak', 'one class'],
    ['meiguihua731', 'password.weak', 'two classes'],
    ['MEIGUI7313902', 'password.weak', 'two classes'],
    ['', 'field.required', 'nothing'],
    ['mei-Gui7hua\u0000', 'password.characters', 'a control character'],
    ['mei-Gui7hua\ud800', 'password.characters', 'half a character'],
    [`Aa1${'x9-k'.repeat(40)}`, 'password.long', 'endless'],
  ])('%s is refused: %s (%s)', (password, code) => expect(codeOf(password)).toBe(code))

  test.each([
    ['Password123!', 'password.context'],
    ['P@ssw0rd2024', 'password.context'],
    ['Qwerty12345', 'password.context'],
    ['Welcome123!', 'password.common'],
    ['Sunshine2024', 'password.common'],
    ['Woaini1314520!', 'password.common'],
    ['DragonDragon1!', 'password.common'],
    ['!!Monkey!!99', 'password.common'],
    ['Letmein123456', 'password.common'],
    ['Aa12345678', 'password.simple'],
    ['Aaaa1111!!!!', 'password.simple'],
    ['1qaz2wsxQAZ!', 'password.context'],
  ])('%s, which guessers try early, is refused: %s', (password, code) => expect(codeOf(password)).toBe(code))

  test.each([
    ['bdyanfa01-Xk7', 'bdyanfa01'],
    ['BdYanFa01-Xk7', 'bdyanfa01'],
    ['Xk7-16438205716', '16438205716'],
    ['Xk-38205716-uT', '38205716'],
    ['Lifang-li.fang9', 'li.fang'],
    ['Kjj@20248864', 'kjj'],
    ['Chongqing@123', 'chongqing'],
    ['Ch0ngq1ng@xyz', 'chongqing'],
    ['T1anjin#88xk', 'tianjin'],
    ['渝州示范大学Ab12', '渝州示范大学'],
  ])('%s holds what others know of this person or this place: %s', (password, word) => {
    expect(passwordProblem(password, who)).toEqual({ code: 'password.context', params: { word } })
  })

  test('a year does not count towards what makes it hard to guess', () => {
    expect(passwordProblem('Abcde2024!', {})?.code).toBe('password.simple')
    expect(passwordProblem('2023-Kx9pQ', {})?.code).toBe('password.simple')
    expect(passwordProblem('Kx9pQ-wv7t-2024', {})).toBeNull()
  })

  test('the policy is a setting: any mixture for ASVS, three of four classes for 等保', () => {
    const any = { minClasses: 0, maxAgeDays: 0 }
    expect(codeOf('meiguihuahuayuan', any)).toBe('good')
    expect(codeOf('meigui', any)).toBe('password.short')
    expect(codeOf('liverpoolfc', any)).toBe('password.common')
    expect(codeOf('meiguihuahuayuan', { minClasses: 3, maxAgeDays: 90 })).toBe('password.weak')
  })

  test('is counted in characters, not in units of UTF-16', () => {
    expect(passwordProblem('𠮷𠮷𠮷𠮷Aa1', {})?.code).toBe('password.weak')
    expect(passwordProblem('e\u0301'.repeat(6) + 'Aa1', {})?.code).toBe('password.weak')
  })

  test('random ones of sixteen characters always pass', () => {
    const characters = 'ABCDEFGHJKLMNPQRSTUVWXYZabcdefghjkmnopqrstuvwxyz23456789-_+=%'
    fc.assert(fc.property(fc.array(fc.constantFrom(...characters), { minLength: 18, maxLength: 40 }), (drawn) => {
      const password = `xR7${drawn.join('')}`
      const problem = newPasswordProblem(password, {}, defaultPolicy)
      // Chance may draw one of the few words of three letters, or a run.
      expect([null, 'password.context', 'password.simple']).toContain(problem && problem.code)
    }), { numRuns: 500 })
  })

  test('judging never takes long and never throws', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => {
      passwordStrength(text, who)
      newPasswordProblem(text, who, defaultPolicy)
    }), { numRuns: 500 })
    const long = 'Aa1!'.repeat(5_000)
    // Processor time, for others may run beside.
    const started = process.cpuUsage()
    newPasswordProblem(long, who, defaultPolicy)
    const { user, system } = process.cpuUsage(started)
    expect((user + system) / 1000).toBeLessThan(200)
  })
})

describe('S1-14 live strength', () => {
  const scoreOf = (password: string) => passwordStrength(password, who).score
  test('grows with what a guesser must pay', () => {
    expect(scoreOf('')).toBe(0)
    expect(scoreOf('abc')).toBe(1)
    expect(scoreOf('Chongqing@123')).toBe(1)
    expect(scoreOf('mei-Gui7hu')).toBe(2)
    expect(scoreOf('mei-Gui7huashan')).toBe(4)
    expect(scoreOf('山高月小水落石出Ab')).toBe(4)
  })
  test('says what to do', () => {
    expect(passwordStrength('abc').findings).toEqual([{ code: 'password.weak', params: { min: 10, classes: 3 } }])
    expect(passwordStrength('mei-Gui7hu').findings).toEqual([{ code: 'password.longer' }])
  })
  test('what would be refused is never called fair', () => {
    fc.assert(fc.property(fc.string({ maxLength: 40 }), (text) => {
      const isRefused = text !== '' && passwordProblem(text, who) !== null
      expect(passwordStrength(text, who).score >= 2).toBe(!isRefused && text !== '')
    }))
  })
})

test('the list holds the most common passwords, stretched ones and those with digits for letters', () => {
  for (const known of ['1q2w3e4r5t6y', 'Iloveyou12', 'Football2023!', 'M1chael1990', 'Pr1ncess#1', 'Qazwsxedc123']) expect(isCommon(known), known).toBe(true)
  for (const own of ['mei-Gui7hua', 'Dragon-81-vase-Teal', 'Tr0ubador&3horse']) expect(isCommon(own), own).toBe(false)
})

test('runs and rows of the keyboard are worth their beginning only', () => {
  expect(worth('12345678')).toBe(2)
  expect(worth('aaaaaaaa')).toBe(1)
  expect(worth('qwertyuiop')).toBe(2)
  expect(worth('k7x-9m')).toBe(6)
})
