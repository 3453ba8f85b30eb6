import { useEffect, useEffectEvent, useState, useSyncExternalStore } from 'react'
import { newId } from '../../../kernel/ids.ts'
import { ask } from '../../../web/client.ts'
import type { FieldValue, FormDefinition } from '../../calls/form/definition.ts'
import { draftsContract } from '../contract.ts'
import { opened, type Standing } from './fields-held.ts'
import { forgetHere, forgetOthers, keepHere, leftHere } from './kept-here.ts'
import { makeKeeper, type Keeper, type KeeperState } from './keeper.ts'

/** What `drafts.open` says stands on the server, by field. */
export const standingOf = (values: Readonly<Record<string, { value?: unknown; version: number }>>): Record<string, Standing> =>
  // The server has read every value by the same grammar before it kept it.
  Object.fromEntries(Object.entries(values).map(([id, { value, version }]) => [id, { version, value: (value ?? null) as FieldValue }]))

const lockOf = (window: string) => `kehui.window.${window}`

/** Windows of this browser that still live; where it cannot be known, those that are not this one are taken for gone. */
async function living(): Promise<Set<string>> {
  if (!('locks' in navigator)) return new Set()
  const { held } = await navigator.locks.query()
  return new Set((held ?? []).map((lock) => lock.name ?? ''))
}

interface Kept {
  keeper: Keeper
  window: string
  /** To the other windows of this browser; what one says oneself is not heard on it. */
  channel: BroadcastChannel | null
}

function makeKept(id: string, account: string, form: FormDefinition, values: Readonly<Record<string, Standing>>): Kept {
  const window = newId()
  const fields = new Map(form.tabs.flatMap((tab) => tab.fields.map((field) => [field.id, field] as const)))
  const channel = channelOf(id)
  const keeper = makeKeeper({
    held: opened(values), find: (field) => fields.get(field),
    save: async (changed) => {
      const answer = await ask(draftsContract.save, { id, fields: changed })
      if (!answer.ok) return answer
      const { saved, conflicts, refused, at } = answer.value
      return { ok: true, value: { saved, refused, at, conflicts: conflicts.map((one) => ({ ...one, value: (one.value ?? null) as FieldValue })) } }
    },
    keep: (unsaved) => keepHere(localStorage, { account, draft: id, window }, unsaved),
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a channel is of this origin alone
    told: () => channel?.postMessage('saved'),
  })
  return { keeper, window, channel }
}

const channelOf = (id: string): BroadcastChannel | null => (typeof BroadcastChannel === 'undefined' ? null : new BroadcastChannel(`kehui.draft.${id}`))

/**
 * The draft of this page, kept while it is written. `values` are what the server last said: read again, they are merged
 * in. `again` asks the server anew: another window of this browser has saved.
 */
export function useKeeper({ id, account, form, values, again }: {
  id: string
  account: string
  form: FormDefinition
  values: Readonly<Record<string, Standing>>
  again: () => void
}): { keeper: Keeper; state: KeeperState } {
  const [{ keeper, window: own, channel }] = useState(() => makeKept(id, account, form, values))
  const state = useSyncExternalStore(keeper.listen, keeper.state)
  useEffect(() => keeper.reread(values), [keeper, values])
  useEffect(() => {
    let release = () => undefined as void
    const until = new Promise<void>((resolve) => (release = resolve))
    if ('locks' in navigator) void navigator.locks.request(lockOf(own), () => until)
    forgetOthers(localStorage, account)
    void living().then((alive) => {
      for (const { window, fields } of leftHere(localStorage, { account, draft: id }, (one) => one === own || alive.has(lockOf(one)))) {
        keeper.recover(fields)
        forgetHere(localStorage, { account, draft: id, window })
      }
    })
    const leave = () => keeper.leave()
    const back = () => void keeper.flush()
    window.addEventListener('pagehide', leave)
    window.addEventListener('online', back)
    return () => {
      window.removeEventListener('pagehide', leave)
      window.removeEventListener('online', back)
      keeper.leave()
      release()
    }
  }, [keeper, own, account, id])
  const heard = useEffectEvent(() => again())
  useEffect(() => {
    if (!channel) return
    const listen = () => heard()
    channel.addEventListener('message', listen)
    return () => {
      channel.removeEventListener('message', listen)
      // The last save is still told to the others.
      void keeper.flush().finally(() => channel.close())
    }
  }, [channel, keeper])
  return { keeper, state }
}
