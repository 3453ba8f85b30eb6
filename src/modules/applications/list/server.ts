import type { Handlers } from '../../../platform/serve/call.ts'
import { callsIn, countsOf, departmentsIn } from '../store/list-counts.ts'
import type { listContract } from './contract.ts'
import { rowOf } from './row.ts'
import { projectsOf } from '../store/list.ts'
import { momentOf } from '../moment.ts'
import { headlines, statesOf, type Headline } from '../state.ts'

/** 本单位的项目 and what stands around it: each desk reaches what reach.ts lets it see, its counts the same. */
export const listHandlers: Handlers<typeof listContract> = {
  unitProjects: async ({ tools, actor, input }) => {
    const moment = await momentOf(tools.db, tools)
    const { rows, ...page } = await projectsOf(tools.db, actor, input)
    return { rows: rows.map((row) => rowOf(row, actor, moment)), ...page }
  },
  projectCounts: async ({ tools, actor, input }) => {
    const { states, waiting } = await countsOf(tools.db, actor, input)
    const { draft = 0, returned = 0, withdrawn = 0 } = states
    const of = (headline: Headline) => statesOf(headline).reduce((sum, state) => sum + (states[state] ?? 0), 0)
    const counted = Object.fromEntries(headlines.map((headline) => [headline, of(headline)])) as Record<Headline, number>
    return { all: Object.values(counted).reduce((sum, n) => sum + n, 0), waiting, headlines: counted, states: { draft, returned, withdrawn } }
  },
  projectChoices: async ({ tools, actor }) => ({ calls: await callsIn(tools.db, actor), secondaryUnits: await departmentsIn(tools.db, actor) }),
}
