import { describe, expect, it } from 'vitest'
import { demoResidentId } from '../../codes/demo-numbers.ts'
import { documentOf, personForm, personFormProblems } from './fields.ts'

const id = '01900000-0000-7000-8000-000000000000'
const good = {
  acceptanceId: id, userName: 'lin_zhiyuan', password: 'mei-Gui7hua', passwordAgain: 'mei-Gui7hua', name: '林知远',
  documentType: 'ID', document: demoResidentId('tianjin', '1988-03-05', 1), mailProofId: id, phoneProofId: id, unitId: id,
}

describe('S1-25 the form of a person', () => {
  it('takes what is right', () => {
    expect(personForm.safeParse(good).success).toBe(true)
    expect(personFormProblems(good)).toEqual({})
  })

  it.each([
    ['userName', '林知远', 'user_name.format'], ['name', '', 'person_name.required'], ['documentType', 'LICENCE', 'document_type.choose'],
    ['document', '', 'field.required'], ['password', '', 'field.required'], ['unitId', '', 'people.unit.choose'], ['acceptanceId', 'x', 'agreement.not_accepted'],
    ['mailProofId', '', 'proof.not_proven'],
  ])('says beside %s of "%s": %s', (field, value, code) => {
    const parsed = personForm.safeParse({ ...good, [field]: value })
    expect(parsed.error?.issues.map((issue) => [issue.path[0], issue.message])).toEqual([[field, code]])
  })

  it('what only several fields together show stands beside the one to mend', () => {
    expect(personFormProblems({ ...good, passwordAgain: 'mei-Gui8hua' })).toEqual({ passwordAgain: { code: 'password.again' } })
    expect(personFormProblems({ ...good, document: `${good.document.slice(0, 17)}${good.document.endsWith('1') ? '2' : '1'}` })).toEqual({ document: { code: 'document.check_digit' } })
    expect(personFormProblems({ ...good, name: 'Lin Zhiyuan' })).toHaveProperty('name')
    expect(personFormProblems({ ...good, documentType: 'PASSPORT', document: 'X1234567', name: 'Lin Zhiyuan' })).toEqual({})
  })

  it('a number is kept in its canonical form, full width and lower case included', () => {
    expect(documentOf('PASSPORT', ' ｘ１２３４５６７ ')).toEqual({ type: 'PASSPORT', number: 'X1234567' })
    expect(documentOf('PASSPORT', 'x')).toMatchObject({ code: 'document.format' })
    expect(documentOf('LICENCE', '1')).toEqual({ code: 'document_type.choose' })
  })
})
