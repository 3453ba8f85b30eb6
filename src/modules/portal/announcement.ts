import { procedure } from '../../kernel/process.ts'

/** 公告: written as a draft, shown to everybody once published, taken back by withdrawing. Nothing is deleted. */
export const announcementStates = ['draft', 'published', 'withdrawn'] as const
export type AnnouncementState = (typeof announcementStates)[number]

export const announcementProcedure = procedure([
  { verb: 'edit', from: ['draft'], to: 'draft', by: ['desk'] },
  { verb: 'edit', from: ['published'], to: 'published', by: ['desk'] },
  { verb: 'edit', from: ['withdrawn'], to: 'withdrawn', by: ['desk'] },
  { verb: 'publish', from: ['draft', 'withdrawn'], to: 'published', by: ['desk'] },
  { verb: 'withdraw', from: ['published'], to: 'withdrawn', by: ['desk'] },
  { verb: 'pin', from: ['published'], to: 'published', by: ['desk'] },
] as const)

export type AnnouncementVerb = (typeof announcementProcedure.steps)[number]['verb']
