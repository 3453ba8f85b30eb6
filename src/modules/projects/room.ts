import type { Room } from '../../platform/room.ts'
import { projectsContract } from './contract.ts'
import { projectDeeds, projectsHandlers } from './server.ts'
import { en } from './words.en.ts'
import { zh } from './words.zh.ts'

export const projects: Room = {
  name: 'projects',
  contract: projectsContract,
  handlers: projectsHandlers,
  words: { zh, en },
  helpers: { 'projects.not_here': 'platform', 'projects.profile_pending': 'unit', 'projects.profile_unapproved': 'unit', 'projects.no_call': 'platform' },
  deeds: projectDeeds,
}
