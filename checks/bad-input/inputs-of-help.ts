import { helpContract } from '../../src/modules/help/contract.ts'
import type { TestServer, Visitor } from '../server.ts'
import type { Asking } from './inputs.ts'

/** For the verbs of help: a unit that asks its authority, and the officer who answers. */
export async function askingsOfHelp(server: TestServer, unit: Visitor, officer: Visitor): Promise<Record<string, Asking>> {
  /** One question a day about one refusal: the one before is taken away. */
  const question = async () => {
    await server.tools.db.deleteFrom('help_question').execute()
    return { helper: 'authority' as const, code: 'not_your_post', path: '/app/home', note: '需要查看材料' }
  }
  return {
    'help.ask': { visitor: () => unit, input: question },
    'help.whom': { visitor: () => unit, input: () => ({ refusal: 'not_your_post' }) },
    'help.why': { visitor: () => unit, input: () => ({ deed: 'structure.authorise' }) },
    'help.questions': { visitor: () => officer, input: () => ({ after: '', before: '', state: 'open' }) },
    'help.answer': {
      visitor: () => officer,
      input: async () => ({ id: (await server.ask(helpContract.ask, await question(), unit)).body.id, version: 1, answer: '请由主管部门代为查看。' }),
    },
  }
}
