/** How a state feels; the word says it, the colour only repeats. */
export type Tone = 'plain' | 'good' | 'warn' | 'bad' | 'still'

export const StateTag = ({ word, tone = 'plain', title }: { word: string; tone?: Tone; title?: string }) =>
  <span className={`tag ${tone}`} title={title}>{word}</span>
