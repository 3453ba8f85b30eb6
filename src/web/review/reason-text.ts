/** A reason out of the picked ones: one after the other, each on a line of its own where there are several. */
export const textOfPicks = (sentences: readonly string[]): string =>
  sentences.length > 1 ? sentences.map((one, i) => `${i + 1}. ${one}`).join('\n') : (sentences[0] ?? '')

/** The text after another pick: written anew while nobody changed it by hand, else left as it was typed. */
export const textAfter = (text: string, before: readonly string[], now: readonly string[]): string =>
  text.trim() === '' || text === textOfPicks(before) ? textOfPicks(now) : text

/** Takes a pick, or takes it back; the order is that of the list. */
export const toggled = <T>(all: readonly T[], picked: readonly T[], one: T): T[] =>
  all.filter((each) => (each === one) !== picked.includes(each))

/** 其他 says nothing by itself: the text beside it must. */
export const speaking = <T extends string>(codes: readonly T[]): T[] => codes.filter((code) => code !== 'other')

/** What of a reason is shown beside its coded ones: nothing that they say already. */
export const textBeside = (reason: string | null, sentences: readonly string[]): string =>
  reason && reason.trim() !== textOfPicks(sentences).trim() ? reason : ''

/** A reason as it is read, wherever it is: what was picked, and the text where it says more. Nothing is lost, nothing said twice. */
export const reasonsShown = (coded: readonly string[], text: string | null): string[] => [...coded, textBeside(text, coded)].filter(Boolean)
