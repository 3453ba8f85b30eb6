import { expect, it } from 'vitest'
import { agreementProcedure, agreementStates } from './agreement.ts'
import { announcementProcedure, announcementStates } from './announcement.ts'

it('what may be done with an announcement in each state', () => {
  expect(Object.fromEntries(announcementStates.map((state) => [state, announcementProcedure.can(state, ['desk'])]))).toEqual({
    draft: ['edit', 'publish'], published: ['edit', 'withdraw', 'pin'], withdrawn: ['edit', 'publish'],
  })
})

it('S1-16 a version in force never changes its text', () => {
  expect(Object.fromEntries(agreementStates.map((state) => [state, agreementProcedure.can(state, ['desk'])]))).toEqual({
    draft: ['edit', 'putInForce'], in_force: [], replaced: [],
  })
  expect(agreementProcedure.step('edit', 'in_force', ['desk'])).toMatchObject({ code: 'overtaken' })
})
