import { z } from 'zod'
import { contract, verb } from '../../../kernel/contract.ts'
import { dayFilter } from '../../../kernel/field.ts'
import { pageInput, pageOutput } from '../../../kernel/list.ts'
import { openness } from '../../../kernel/why.ts'
import { deskPosts } from '../desk/contract.ts'
import { bilingualOutput, id, named, time } from '../shape.ts'
import { applicationStates, deskLevels, filterStates, headlines, type Headline } from '../state.ts'

const text = z.string().max(100, { error: 'field.too_long' }).optional()

/** Where a list begins that no personal value filters: it may stand in a link. */
export const listInput = {
  callId: id.optional(),
  /** A headline state (D17), or one sub-state of 未提交. */
  state: z.enum(filterStates).optional(),
  /** 部门; for a unit. */
  secondaryUnitId: id.optional(),
  /** 申报单位; for an authority and the bureau. */
  unitId: id.optional(),
  /** `true`: only what this desk must decide. */
  waiting: z.boolean().default(false),
  /** `true`: only what the last check warned of (N5). */
  warned: z.boolean().default(false),
  /** `queue`: who came first is first, also after a return (N7); it lists what waits at this desk. */
  order: z.enum(['newest', 'oldest', 'queue']).default('newest'),
}

/** What finds applications; names and titles travel in the body, never in a link (D21). */
export const projectFilter = z.object({
  ...listInput,
  /** 项目编号: the whole number, or its beginning. */
  number: text,
  /** 项目名称: any part. */
  title: text,
  /** 负责人: any part of the name. */
  leader: text,
  /** 申报时间, both days included, of Asia/Shanghai. */
  from: dayFilter.optional(),
  to: dayFilter.optional(),
})
export type ProjectFilter = z.output<typeof projectFilter>

/** One line of 本单位的项目 (S2-78). */
export const projectRow = z.object({
  id,
  /** 项目编号; null before the first submission. */
  number: z.string().nullable(),
  title: z.string(),
  /** 项目类别. */
  category: bilingualOutput,
  call: z.object({ id, code: z.string(), title: bilingualOutput }),
  leader: z.string(),
  unit: named,
  /** 部门, as it was called then. */
  secondaryUnit: z.object({ id: id.nullable(), name: z.string() }).nullable(),
  /** 申报时间; null while it was never submitted. */
  submittedAt: time.nullable(),
  begunAt: time,
  state: z.enum(applicationStates),
  headline: z.enum(headlines),
  /** Seen with the row: a deed names it (E49). */
  version: z.number().int(),
  revision: z.number().int(),
  /** Who must decide; null where nobody has to. */
  desk: z.object({ level: z.enum(deskLevels), name: z.string() }).nullable(),
  /** The level to which a pass would lead it (D17); null where nobody has to decide, and behind the bureau. */
  next: z.enum(deskLevels).nullable(),
  /** Since when it is where it is. */
  since: time,
  /** Until when this level, or the leader, may act; null where nothing ends. */
  until: time.nullable(),
  /** It came to a desk first; the order of the queue (N7). */
  queuedAt: time.nullable(),
  warnings: z.number().int(),
  /** On its way straight back to the desk that returned it (D5). */
  isFast: z.boolean(),
  returnedBy: z.enum(deskLevels).nullable(),
  /** It waits at this very desk. */
  isWaiting: z.boolean(),
  /** The department that decides has no manager (E36). */
  isVacant: z.boolean(),
  /** It waits longer than a department should let it wait (D11). */
  isSilent: z.boolean(),
  /** E10: for the unit and its departments; the unit can name another leader. */
  isLeaderGone: z.boolean(),
  ...openness,
})
export type ProjectRow = z.output<typeof projectRow>

const n = z.number().int()
const byHeadline = z.object(Object.fromEntries(headlines.map((headline) => [headline, n])) as Record<Headline, typeof n>)

export const listContract = contract({
  unitProjects: verb({
    method: 'POST', path: '/api/applications/search', guard: deskPosts,
    input: projectFilter.extend(pageInput), output: pageOutput(projectRow), refusals: [],
    summary: '本单位的项目: the applications that this desk reaches, each with what may be done',
    rows: ['S2-76', 'S2-77', 'S2-78', 'S2-79', 'S2-86', 'S2-87'],
  }),
  projectCounts: verb({
    method: 'GET', path: '/api/applications/counts', guard: deskPosts,
    input: z.object({ callId: id.optional(), secondaryUnitId: id.optional() }),
    output: z.object({
      all: n,
      /** At this desk. */
      waiting: n,
      headlines: byHeadline,
      /** 草稿, 退回待修改, 已撤回. */
      states: z.object({ draft: n, returned: n, withdrawn: n }),
    }),
    refusals: [], summary: 'Exact kept counts of the list, by state, within a call or a 部门 if one is named (D22)',
  }),
  projectChoices: verb({
    method: 'GET', path: '/api/applications/choices', guard: deskPosts,
    input: z.object({}),
    output: z.object({
      calls: z.array(z.object({ id, code: z.string(), title: bilingualOutput, n, waiting: n })),
      /** 部门 of the own unit, those deleted included where they have applications; empty for other desks. */
      secondaryUnits: z.array(named.extend({ n, isActive: z.boolean() })),
    }),
    refusals: [], summary: 'What the list can be filtered by: calls with how many of each, and the secondary units',
  }),
})
