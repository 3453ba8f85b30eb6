import { refuse } from '../../kernel/refusal.ts'
import type { Handlers } from '../../platform/serve/call.ts'
import { batchContract } from './batch-contract.ts'

const soon = () => Promise.resolve(refuse('busy', { status: 503 }))

export const batchHandlers = Object.fromEntries(Object.keys(batchContract).map((name) => [name, soon])) as unknown as Handlers<typeof batchContract>
