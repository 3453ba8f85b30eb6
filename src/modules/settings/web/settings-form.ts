import { z } from 'zod'
import type { AskOf, OutputOf } from '../../../kernel/contract.ts'
import { settingsContract } from '../contract.ts'
import { kinds, settingKeys, type SettingKey } from '../kinds.ts'

export type Setting = OutputOf<typeof settingsContract.list>['settings'][number]
export type Change = AskOf<typeof settingsContract.change>['changes'][number]
type Typed = Record<string, Record<string, unknown>>

const groupsOf = (): Record<string, Record<string, z.ZodType>> => {
  const shape: Record<string, Record<string, z.ZodType>> = {}
  for (const key of settingKeys) {
    const [head = '', tail = ''] = key.split('.')
    ;(shape[head] ??= {})[tail] = kinds[key].schema as z.ZodType
  }
  return shape
}

/** The form's view of the verb: one field per setting, checked by its kind when it is left. */
export const formVerb = {
  ...settingsContract.change,
  input: z.object(Object.fromEntries(Object.entries(groupsOf()).map(([head, shape]) => [head, z.object(shape)]))),
}

const at = (typed: Typed, key: SettingKey): unknown => {
  const [head = '', tail = ''] = key.split('.')
  return typed[head]?.[tail]
}

/** What a form is filled with. */
export function filled(settings: readonly Setting[]): Typed {
  const typed: Typed = {}
  for (const { key, value } of settings) {
    const [head = '', tail = ''] = key.split('.')
    ;(typed[head] ??= {})[tail] = value
  }
  return typed
}

/** What differs from what was loaded, each with the version it was read in: two who change one setting cannot both win. */
export function changesIn(loaded: readonly Setting[], typed: Typed): Change[] {
  return loaded.flatMap(({ key, value, version }): Change[] => {
    const now = at(typed, key)
    const changed = typeof now === 'string' || typeof now === 'number' || typeof now === 'boolean' ? now : ''
    return changed === value ? [] : [{ key, version, value: changed }]
  })
}
