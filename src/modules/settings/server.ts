import { isRefusal, overtaken, refuse, Refusal } from '../../kernel/refusal.ts'
import { deed } from '../../platform/deed.ts'
import { record } from '../../platform/journal.ts'
import type { Handlers } from '../../platform/serve/call.ts'
import { refusalOf } from '../../platform/serve/problem.ts'
import { subjectOf } from '../../platform/subject.ts'
import { changesOf, sentenceOf } from './changes.ts'
import type { settingsContract } from './contract.ts'
import { forgetSettings } from './index.ts'
import { defaultOf, kinds, settingKeys, type SettingKey } from './kinds.ts'
import { allSettings, keepSetting, settingForUpdate } from './store.ts'

const subject = (key: SettingKey) => subjectOf('setting', key)

type Change = { key: SettingKey; version: number; value: string | number | boolean }

/** The canonical value of each change, or a sentence beside each wrong one. */
function checked(changes: readonly Change[]): Change[] | Refusal {
  if (new Set(changes.map(({ key }) => key)).size < changes.length) return refuse('settings.twice')
  const fields: Refusal['fields'] = {}
  const good = changes.map((change) => {
    const parsed = kinds[change.key].schema.safeParse(change.value)
    if (parsed.success) return { ...change, value: parsed.data }
    Object.assign(fields, { [change.key]: { params: rangeOf(change.key), ...refusalOf(parsed.error).fields._ } })
    return change
  })
  if (Object.keys(fields).length > 0) return new Refusal('input.invalid', { fields })
  // In one order, so that two deeds on the same settings never wait for each other crosswise.
  return good.toSorted((a, b) => (a.key < b.key ? -1 : 1))
}

function rangeOf(key: SettingKey): { min: number; max: number } | undefined {
  const range = kinds[key].range
  return range && { min: range[0], max: range[1] }
}

export const settingsHandlers: Handlers<typeof settingsContract> = {
  async list({ tools }) {
    const stored = new Map((await allSettings(tools.db)).map((row) => [row.key, row]))
    return {
      settings: settingKeys.map((key) => {
        const kind = kinds[key]
        const row = stored.get(key)
        const value = row ? kind.schema.safeParse(row.value) : null
        const standard = defaultOf(key, tools.config)
        return {
          key, group: kind.group, input: kind.input, optional: kind.optional ?? false,
          range: kind.range ? [kind.range[0], kind.range[1]] as [number, number] : null,
          value: value?.success ? value.data : standard,
          default: standard,
          version: row?.version ?? 0,
          subject: subject(key),
          changedAt: row?.changedAt.toISOString() ?? null,
        }
      }),
    }
  },

  async change(call) {
    const { tools } = call
    const changes = checked(call.input.changes)
    if (isRefusal(changes)) return changes
    const answer = await deed(call, async (tx) => {
      const versions: Record<string, number> = {}
      for (const { key, version, value } of changes) {
        const before = await settingForUpdate(tx, key)
        if ((before?.version ?? 0) !== version) return overtaken()
        if (!(await keepSetting(tx, key, value, version))) return overtaken()
        const body = { key, before: before?.value ?? defaultOf(key, tools.config), after: value }
        await record(tx, tools.keyring, call, { room: 'settings', subject: subject(key), seq: version + 1, event: 'changed', body })
        versions[key] = version + 1
      }
      return { versions }
    })
    forgetSettings(tools.db)
    return answer
  },

  async changes({ input, tools, request }) {
    const t = tools.translate[request.lang]
    const { rows, ...page } = await changesOf(tools.db, input)
    return {
      rows: rows.map((row) => ({
        key: `${row.room} ${row.subject} ${row.seq}`, at: row.at.toISOString(), by: row.by, room: row.room, event: row.event, sentence: sentenceOf(row, t),
      })),
      ...page,
    }
  },
}
