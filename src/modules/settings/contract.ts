import { z } from 'zod'
import { contract, verb } from '../../kernel/contract.ts'
import { dayFilter } from '../../kernel/field.ts'
import { pageInput, pageOutput } from '../../kernel/list.ts'
import { groups, settingKeys, type SettingKey } from './kinds.ts'
import { changeRooms } from './change-rooms.ts'

const key = z.enum(settingKeys as [SettingKey, ...SettingKey[]], { error: 'field.choose' })
const value = z.union([z.string().max(1_000), z.number(), z.boolean()])
const time = z.iso.datetime()

export const settingOutput = z.object({
  key,
  group: z.enum(groups),
  input: z.enum(['line', 'link', 'mail', 'number', 'switch', 'province']),
  optional: z.boolean(),
  range: z.tuple([z.number(), z.number()]).nullable(),
  value,
  /** What holds where the operator has set nothing. */
  default: value,
  /** 0 while the default holds. */
  version: z.number().int(),
  /** Under which the journal knows it. */
  subject: z.uuid(),
  changedAt: time.nullable(),
})

export const pastChange = z.object({
  /** Tells rows apart. */
  key: z.string(),
  at: time,
  by: z.string().nullable(),
  room: z.string(),
  event: z.string(),
  /** What was done, in the reader's language. */
  sentence: z.string(),
})

export const settingsContract = contract({
  list: verb({
    method: 'GET', path: '/api/platform/settings', guard: ['platform_admin'],
    input: z.object({}), output: z.object({ settings: z.array(settingOutput) }), refusals: [],
    summary: 'Every setting with its value, its default and its version', rows: ['S1-01', 'S1-57', 'S2-06'],
  }),
  change: verb({
    method: 'POST', path: '/api/platform/settings/change', guard: ['platform_admin'], idempotent: true,
    input: z.object({ changes: z.array(z.object({ key, version: z.int32().min(0), value })).min(1).max(40) }),
    output: z.object({ versions: z.record(z.string(), z.number().int()) }), refusals: ['settings.twice'],
    summary: 'Change one or more settings, all or none', rows: ['S1-01', 'S1-57', 'S2-06'],
  }),
  changes: verb({
    method: 'POST', path: '/api/platform/changes/search', guard: ['platform_admin'],
    input: z.object({
      ...pageInput,
      room: z.enum(changeRooms).optional(),
      /** One thing's own history: a setting, an authority, an announcement. */
      subject: z.uuid().optional(),
      from: dayFilter.optional(),
      to: dayFilter.optional(),
    }),
    output: pageOutput(pastChange), refusals: [],
    summary: '变更记录: everything that was changed at the platform desk, newest first',
  }),
})
