import { currentItems } from '../../codes/code-list.ts'
import { dayOf } from '../../kernel/clock.ts'
import type { Db } from '../../platform/db/database.ts'
import type { Tools } from '../../platform/tools.ts'
import { listOf } from '../lists/index.ts'
import { codeListsIn, type InForce } from './form/code-lists.ts'
import type { FormDefinition } from './form/definition.ts'

/** The lists that a form asks for, as they are at that moment, with what the platform's desk has amended (E06): for `readValue` and `checkContent`. */
export async function codesInForce(db: Db, { config }: Pick<Tools, 'config'>, form: FormDefinition, at: Date): Promise<InForce> {
  const day = dayOf(at)
  const lists = new Map<string, ReadonlySet<string>>()
  for (const id of codeListsIn(form)) {
    const list = await listOf(db, config, id)
    lists.set(id, new Set(list ? currentItems(list, day).map(({ code }) => code) : []))
  }
  return (list, code) => lists.get(list)?.has(code) ?? false
}
