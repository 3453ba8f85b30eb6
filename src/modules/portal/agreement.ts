import { procedure } from '../../kernel/process.ts'

/** 用户协议: a version is written, put in force, and replaced by the next. A version in force never changes its text. */
export const agreementStates = ['draft', 'in_force', 'replaced'] as const
export type AgreementState = (typeof agreementStates)[number]

export const agreementProcedure = procedure([
  { verb: 'edit', from: ['draft'], to: 'draft', by: ['desk'] },
  { verb: 'putInForce', from: ['draft'], to: 'in_force', by: ['desk'] },
  { verb: 'replace', from: ['in_force'], to: 'replaced', by: ['platform'] },
] as const)

export type AgreementVerb = (typeof agreementProcedure.steps)[number]['verb']
