import { z } from 'zod'

/**
 * The form of a call: one typed document. From it come the page of the applicant, the checker at every desk (N15), the
 * printed application and the public page with all questions. Nothing in it is a program: conditions and rules are small
 * trees that `conditions.ts` and `check.ts` read.
 */
export const formIdPattern = /^[a-z][a-z0-9_]{0,39}$/
const id = z.string().regex(formIdPattern)
/** A sentence in both languages; the English one may be left empty and falls back to the Chinese one. */
export const bilingual = z.object({ zh: z.string().min(1).max(500), en: z.string().max(1000).default('') })
export type Bilingual = z.infer<typeof bilingual>

/** A number out of what was filled in. `sum` and `count` go over the rows of a table; `where` compares a choice or a yes-no column of them. */
export type Expression =
  | { number: number }
  | { field: string }
  | { sum: { table: string; column: string; where?: { column: string; is: string } | undefined } }
  | { count: { table: string; where?: { column: string; is: string } | undefined } }
  | { add: Expression[] }
  | { subtract: [Expression, Expression] }
  | { multiply: [Expression, Expression] }

export const expression: z.ZodType<Expression> = z.lazy(() => z.union([
  z.strictObject({ number: z.number() }),
  z.strictObject({ field: id }),
  z.strictObject({ sum: z.strictObject({ table: id, column: id, where: z.strictObject({ column: id, is: z.string().max(40) }).optional() }) }),
  z.strictObject({ count: z.strictObject({ table: id, where: z.strictObject({ column: id, is: z.string().max(40) }).optional() }) }),
  z.strictObject({ add: z.array(expression).min(1).max(20) }),
  z.strictObject({ subtract: z.tuple([expression, expression]) }),
  z.strictObject({ multiply: z.tuple([expression, expression]) }),
]))

/** Whether something holds of what was filled in. */
export type Condition =
  | { field: string; is: string | boolean }
  | { field: string; in: string[] }
  | { field: string; isFilled: boolean }
  | { compare: { left: Expression; op: Comparison; right: Expression } }
  | { all: Condition[] }
  | { any: Condition[] }
  | { not: Condition }

export const comparisons = ['<', '<=', '=', '>=', '>'] as const
export type Comparison = (typeof comparisons)[number]

export const condition: z.ZodType<Condition> = z.lazy(() => z.union([
  z.strictObject({ field: id, is: z.union([z.string().max(40), z.boolean()]) }),
  z.strictObject({ field: id, in: z.array(z.string().max(40)).min(1).max(50) }),
  z.strictObject({ field: id, isFilled: z.boolean() }),
  z.strictObject({ compare: z.strictObject({ left: expression, op: z.enum(comparisons), right: expression }) }),
  z.strictObject({ all: z.array(condition).min(1).max(20) }),
  z.strictObject({ any: z.array(condition).min(1).max(20) }),
  z.strictObject({ not: condition }),
]))

const option = z.strictObject({ value: z.string().regex(/^[a-z0-9_]{1,40}$/), label: bilingual })

/** Facts that the platform holds and does not ask again (N18); their values come from `facts` beside the values. */
export const factNames = [
  'unit.name', 'unit.creditCode', 'unit.nature', 'unit.region', 'secondaryUnit.name',
  'leader.name', 'leader.title', 'leader.education', 'leader.degree', 'leader.phone', 'leader.mail', 'leader.position',
] as const
export type FactName = (typeof factNames)[number]

const common = {
  id, label: bilingual, help: bilingual.optional(),
  /** Asked only while this holds; what is not asked counts as empty. */
  when: condition.optional(),
  required: z.boolean().default(false),
}

/** Amounts are 万元 with up to two decimals, kept as numbers; dates `2026-03-20`. */
const columnKinds = [
  z.strictObject({ kind: z.literal('text'), ...columnCommon(), max: z.int().min(1).max(500).default(100) }),
  z.strictObject({ kind: z.literal('number'), ...columnCommon(), min: z.number().optional(), max: z.number().optional(), decimals: z.int().min(0).max(4).default(0) }),
  z.strictObject({ kind: z.literal('money'), ...columnCommon(), min: z.number().default(0), max: z.number().optional() }),
  z.strictObject({ kind: z.literal('date'), ...columnCommon(), from: z.iso.date().optional(), to: z.iso.date().optional() }),
  z.strictObject({ kind: z.literal('choice'), ...columnCommon(), options: z.array(option).min(2).max(60) }),
  /** Not typed: made of the other number and money columns of the same row, named by `field` in the expression. */
  z.strictObject({ kind: z.literal('computed'), ...columnCommon(), value: expression, decimals: z.int().min(0).max(4).default(2) }),
] as const
function columnCommon() {
  return { id, label: bilingual, required: z.boolean().default(false), width: z.int().min(1).max(12).optional() }
}
export const column = z.discriminatedUnion('kind', columnKinds)
export type Column = z.infer<typeof column>

export const field = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('text'), ...common, min: z.int().min(0).default(0), max: z.int().min(1).max(5000).default(200), lines: z.int().min(1).max(30).default(1) }),
  /** A document tree (rich.ts); `max` counts its characters. */
  z.strictObject({ kind: z.literal('rich'), ...common, min: z.int().min(0).default(0), max: z.int().min(100).max(50_000).default(5000), images: z.int().min(0).max(20).default(5) }),
  z.strictObject({ kind: z.literal('number'), ...common, min: z.number().optional(), max: z.number().optional(), decimals: z.int().min(0).max(4).default(0), unit: bilingual.optional() }),
  z.strictObject({ kind: z.literal('money'), ...common, min: z.number().default(0), max: z.number().optional() }),
  z.strictObject({ kind: z.literal('date'), ...common, from: z.iso.date().optional(), to: z.iso.date().optional() }),
  z.strictObject({ kind: z.literal('period'), ...common, from: z.iso.date().optional(), to: z.iso.date().optional(), mostMonths: z.int().positive().optional() }),
  z.strictObject({ kind: z.literal('choice'), ...common, options: z.array(option).min(2).max(60) }),
  z.strictObject({ kind: z.literal('choices'), ...common, options: z.array(option).min(2).max(60), least: z.int().min(0).default(0), most: z.int().positive().optional() }),
  /** A code of one of the platform's code lists (`discipline`, `region` ...). */
  z.strictObject({ kind: z.literal('code'), ...common, list: z.string().max(40) }),
  z.strictObject({ kind: z.literal('yesno'), ...common }),
  z.strictObject({
    kind: z.literal('table'), ...common, columns: z.array(column).min(1).max(16), least: z.int().min(0).default(0), most: z.int().min(1).max(200).default(50),
    /** Columns whose sum stands below the table. */
    sums: z.array(id).max(16).default([]),
  }),
  /** 项目参与人: people who confirm in their own account (E59); kept by the drafts room beside the values. */
  z.strictObject({ kind: z.literal('members'), ...common, least: z.int().min(0).default(0), most: z.int().min(1).max(50).default(20) }),
  z.strictObject({ kind: z.literal('fact'), ...common, of: z.enum(factNames) }),
  /** Uploaded files; kept by the drafts room beside the values. `signature`: the page that the desk looks at first (N4). */
  z.strictObject({
    kind: z.literal('files'), ...common, types: z.array(z.enum(['pdf', 'jpg', 'png'])).min(1), maxMegabytes: z.int().min(1).max(50).default(10),
    least: z.int().min(0).default(0), most: z.int().min(1).max(20).default(1), signature: z.boolean().default(false),
  }),
  z.strictObject({ kind: z.literal('commitment'), ...common, text: bilingual }),
  /** Text between fields; asks nothing. */
  z.strictObject({ kind: z.literal('note'), id, label: bilingual, when: condition.optional(), text: bilingual }),
])
export type Field = z.infer<typeof field>
export type FieldKind = Field['kind']
export type FieldOf<K extends FieldKind> = Extract<Field, { kind: K }>

export const tab = z.strictObject({ id, label: bilingual, help: bilingual.optional(), when: condition.optional(), fields: z.array(field).min(1).max(80) })
export type Tab = z.infer<typeof tab>

/** A rule across fields. `holds` must be true; where it is not, an error blocks and a warning does not. Its sentence stands in the public notice (N14). */
export const rule = z.strictObject({
  id, severity: z.enum(['error', 'warning']), when: condition.optional(), holds: condition, sentence: bilingual,
  /** The field at which it is shown. */
  at: id,
})
export type Rule = z.infer<typeof rule>

export const formDefinition = z.strictObject({ tabs: z.array(tab).min(1).max(20), rules: z.array(rule).max(100).default([]) })
export type FormDefinition = z.infer<typeof formDefinition>

/** A row of a table keeps its id for as long as it lives: windows merge by it. */
export interface TableRow { id: string; cells: Record<string, string | number | null> }
export interface Period { from: string; to: string }
/** What a field of each kind holds; a field that is not there is empty. `members`, `files`, `fact` and `note` hold nothing here. */
export type FieldValue = string | number | boolean | string[] | TableRow[] | Period | RichDocument | null
export type Values = Readonly<Record<string, FieldValue>>

/** A document tree as Tiptap writes it; `rich.ts` says which nodes and marks there are. Never HTML. */
export interface RichDocument { type: 'doc'; content: RichNode[] }
export interface RichNode { type: string; attrs?: Record<string, unknown>; content?: RichNode[]; text?: string; marks?: { type: string; attrs?: Record<string, unknown> }[] }

/** What stands beside the values, as the checker, the desk and the printer see it. */
export interface MemberShown { id: string; name: string; unit: string; title: string; role: string; task: string; months: number | null; state: 'invited' | 'confirmed' | 'declined' | 'full' }
export interface FileShown { id: string; fieldId: string; name: string; kind: 'pdf' | 'jpg' | 'png'; bytes: number; sha256: string; pages: number | null; state: 'checking' | 'clean' | 'refused' }
export interface Content {
  values: Values
  facts: Partial<Record<FactName, string>>
  members: readonly MemberShown[]
  files: readonly FileShown[]
}
