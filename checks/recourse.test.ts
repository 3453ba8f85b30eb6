import { expect, test } from 'vitest'
import type { Helper } from '../src/kernel/recourse.ts'
import { rooms } from '../src/modules.ts'
import { words } from '../src/words.ts'

const named = Object.assign({}, ...rooms.map((room) => room.helpers ?? {})) as Record<string, Helper>
const refusals = new Set(rooms.flatMap((room) => [
  ...Object.values(room.contract).flatMap((verb) => verb.refusals), ...Object.values(room.constraints ?? {}).map(({ code }) => code),
  ...Object.values(room.deeds ?? {}).flatMap((deed) => deed.refusals ?? []),
]))

/** Sentences that send somebody to the support and have no button for it, and why. */
const withoutButton: Readonly<Record<string, string>> = {
  'help.nobody': 'the answer to the button itself',
}

const unhelped = (codes: Iterable<string>, helpers: Readonly<Record<string, Helper>>) =>
  [...codes].filter((code) => /联系技术支持/.test(words.zh[code] ?? '') && !helpers[code] && !withoutButton[code])

test('a refusal that sends one to the support offers to ask it', () => expect(unhelped(refusals, named)).toEqual([]))
test('finds a sentence that sends one there without a way to ask', () => expect(unhelped(['people.no_mailbox'], {})).toEqual(['people.no_mailbox']))

test('every refusal with a helper is one that a verb, a deed or a constraint can answer, and has words', () => {
  const unknown = Object.keys(named).filter((code) => !refusals.has(code) || !(code in words.zh))
  // Not a refusal of a verb: a page of ours says it and asks about it.
  expect(unknown.filter((code) => code !== 'units.handed_over')).toEqual([])
})
