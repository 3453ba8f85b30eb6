import type { Room } from '../../src/platform/room.ts'

type Words = Readonly<Record<'zh' | 'en', Readonly<Record<string, string>>>>

/**
 * Deeds of "why can't I" (N11) that say too little: a name outside of its room, no words in one of the languages, nobody to
 * whom it is named, a code without words, or one that neither a helper nor the reader himself can mend.
 */
export function wrongDeeds(rooms: readonly Pick<Room, 'name' | 'contract' | 'helpers' | 'deeds'>[], words: Words, mended: Readonly<Record<string, string>>): string[] {
  const helpers = Object.assign({}, ...rooms.map((room) => room.helpers ?? {})) as Record<string, string>
  const wrong: string[] = []
  for (const room of rooms) {
    for (const [name, deed] of Object.entries(room.deeds ?? {})) {
      const [owner, verb = ''] = name.split('.')
      if (owner !== room.name || !verb) wrong.push(`${name} is no deed of ${room.name}`)
      if (deed.posts.length === 0) wrong.push(`${name} is named to nobody`)
      for (const lang of ['zh', 'en'] as const) if (!words[lang][`${name}.deed`]) wrong.push(`${name} has no words (${lang})`)
      for (const code of [...(room.contract[verb]?.refusals ?? []), ...(deed.refusals ?? [])]) {
        if (!words.zh[code] || !words.en[code]) wrong.push(`${name}: ${code} has no words`)
        else if (!helpers[code] && !mended[code]) wrong.push(`${name}: ${code} leads to nobody`)
      }
    }
  }
  return [...new Set(wrong)]
}
