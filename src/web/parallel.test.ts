import { expect, test } from 'vitest'
import { parallelOf } from './parallel.ts'
import type { WebRoute } from './room.ts'

const page = (path: string, guard?: WebRoute['guard']): WebRoute => ({ path, title: path, lazy: async () => ({ default: () => null }), ...(guard && { guard }) })
const routes = [
  page('/center/reviews', ['unit_account', 'authorised_person', 'secondary_unit_manager']), page('/center/profile', ['person', 'authorised_person', 'secondary_unit_manager']),
  page('/center/unit', ['unit_account', 'authorised_person']), page('/people/$id', ['unit_account', 'authorised_person']), page('/people', ['unit_account', 'authorised_person']), page('/inbox'),
]

test.each([
  ['stays on a page that is the other mandate’s as well', '/center/reviews', 'secondary_unit_manager', '/center/reviews'],
  ['stays on the own personal information (S2-61)', '/center/profile', 'person', '/center/profile'],
  ['goes to 用户中心 where the tab is not the other mandate’s', '/center/unit', 'person', '/center'],
  ['leaves a record behind: it is of this unit', '/people/0199', 'authorised_person', '/'],
  ['leaves a page that only this mandate has', '/people', 'person', '/'],
  ['leaves what belongs to everybody: one switches to begin something', '/inbox', 'person', '/'],
] as const)('S2-61 the switch %s', (_name, from, post, to) => {
  expect(parallelOf(from, { post }, routes)).toBe(to)
})
