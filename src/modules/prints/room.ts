import type { Room } from '../../platform/room.ts'
import { printsContract } from './contract.ts'
import { makePrints, sweepPrints } from './jobs.ts'
import { printsPages } from './pages/index.ts'
import { printsHandlers } from './server.ts'
import { printSubmitted } from './submitted.ts'
import { en } from './words.en.ts'
import { zh } from './words.zh.ts'

export const prints: Room = {
  name: 'prints',
  contract: printsContract,
  handlers: printsHandlers,
  pages: printsPages,
  words: { zh, en },
  jobs: [makePrints, sweepPrints],
  consequences: { 'applications.submitted': printSubmitted },
}
