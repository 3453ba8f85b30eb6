import { z } from 'zod'
import type { CallDocument, EligibilityRule } from '../calls/document.ts'
import type { Content, FieldKind, FieldValue } from '../calls/form/definition.ts'
import { applicationStates, deskLevels, headlines, outcomes } from './state.ts'

export const id = z.uuid()
export const time = z.iso.datetime()
export const named = z.object({ id, name: z.string() })
/** Of the row as it was read: seq of its last journal event. A deed names the one it saw (I5, E49). */
export const version = z.int32().positive()
/** A submitted version, from 1. */
export const revision = z.int32().positive()

/** Values, members, files and facts, in the shape that form, checker and printer share (N15). */
export const contentOutput = z.custom<Content>((value) => typeof value === 'object' && value !== null)
/** The published call as it was at that version. */
export const documentOutput = z.custom<CallDocument>((value) => typeof value === 'object' && value !== null)

/** What the call says in both languages; the English may be empty (`saidIn`). */
export const bilingualOutput = z.object({ zh: z.string(), en: z.string() })
/** One finding of the checker; `sentence` where a rule of the call says it, else the word `code`. */
export const findingOutput = z.object({
  severity: z.enum(['error', 'warning']), tab: z.string(), field: z.string(), row: z.string().optional(), column: z.string().optional(),
  code: z.string(), params: z.record(z.string(), z.union([z.string(), z.number()])), sentence: bilingualOutput.optional(),
})
/** 未填, 填写中, 完整, 有问题, by tab. */
export const tabStatesOutput = z.record(z.string(), z.enum(['empty', 'partial', 'complete', 'wrong']))

const value = z.custom<FieldValue>(() => true)
/** One field that differs between two versions; tables, members and files say it by row. */
export const changeOutput = z.object({
  tab: z.string(), field: z.string(), label: bilingualOutput, kind: z.custom<FieldKind>((kind) => typeof kind === 'string'), before: value.nullable(), after: value.nullable(),
  rows: z.array(z.object({ id: z.string(), what: z.enum(['added', 'removed', 'changed', 'moved']), columns: z.array(z.string()) })).optional(),
})

/** D18: one field that a return unlocked, and why. */
export const markOutput = z.object({ field: z.string(), codes: z.array(z.string()), note: z.string() })

/** What a desk decided. Codes: words `applications.reason.*`, of 不予受理 `applications.refusal.*`. */
export const decisionOutput = z.object({
  seq: z.number().int(), revision, level: z.enum(deskLevels), desk: z.string(), outcome: z.enum(outcomes), at: time,
  /** The person's name, for the desk itself and for the leader's unit; null for others: they read the desk. */
  by: z.string().nullable(),
  codes: z.array(z.string()), comment: z.string().nullable(), marks: z.array(markOutput),
  actedFor: z.enum(['vacant', 'silent', 'gone']).nullable(), undoneAt: time.nullable(), correctUntil: time.nullable(),
})

/** Words `applications.event.<event>`. */
export const timelineOutput = z.array(z.object({
  event: z.string(), at: time, by: z.string().nullable(), revision: z.number().int().nullable(), level: z.enum(deskLevels).nullable(),
  /** The desk that acted, and the one it went to. */
  desk: z.string().nullable(), to: z.string().nullable(),
  codes: z.array(z.string()), comment: z.string().nullable(), actForReason: z.string().nullable(), correctUntil: time.nullable(), isFast: z.boolean(),
}))

/** The way of this application: each level with its desk and its window; `at` is where it lies now. */
export const routeOutput = z.array(z.object({
  level: z.enum(['leader', ...deskLevels]), name: z.string(), opensAt: time.nullable(), closesAt: time.nullable(), isOpen: z.boolean(),
  at: z.boolean(), done: z.boolean(),
}))

/** Where it stands and who has it. */
export const standingOutput = {
  state: z.enum(applicationStates), headline: z.enum(headlines),
  /** Where the next pass leads, for the label of the button (D17): 项目申报审核（单位）, 提交至主管部门, 提交至科技局. */
  next: z.enum(deskLevels).nullable(),
  desk: named.nullable(), arrivedAt: time.nullable(), queuedAt: time.nullable(), isFast: z.boolean(), returnedBy: z.enum(deskLevels).nullable(),
  correctUntil: time.nullable(),
}

export const submittedVersion = z.object({
  revision, receivedAt: time, hash: z.string(), callVersion: z.number().int(),
  /** Signed (Ed25519, JWS): number, version, hash, time. Anybody may verify it. */
  receipt: z.string(),
})

/** Who may apply, each rule with its answer; `code` says why, with the fact in its params. */
export const eligibilityOutput = z.array(z.object({
  kind: z.custom<EligibilityRule['kind']>((kind) => typeof kind === 'string'), sentence: bilingualOutput, outcome: z.enum(['met', 'not_met', 'unknown']), code: z.string(),
  params: z.record(z.string(), z.union([z.string(), z.number()])),
}))

/** 限项 (E58): which rule, and how many places are taken; never by which project. */
export const limitOutput = z.object({ family: z.string(), role: z.enum(['leader', 'member']), most: z.number().int(), taken: z.number().int(), sentence: bilingualOutput })
