import { refuse } from '../../kernel/refusal.ts'
import type { Handlers } from '../../platform/serve/call.ts'
import { listContract } from './list-contract.ts'

const soon = () => Promise.resolve(refuse('busy', { status: 503 }))

export const listHandlers = Object.fromEntries(Object.keys(listContract).map((name) => [name, soon])) as unknown as Handlers<typeof listContract>
