import { blocksOf } from '../text.ts'

/** Typed text as the public page draws it. */
export const Prose = ({ text, lang }: { text: string; lang?: string }) => (
  <div className="prose" lang={lang}>
    {blocksOf(text).map((block, i) => {
      if (block.kind === 'heading') return <h3 key={i}>{block.text}</h3>
      if (block.kind === 'list') return <ul key={i}>{block.items.map((item, j) => <li key={j}>{item}</li>)}</ul>
      return <p key={i}>{block.lines.map((line, j) => <span key={j}>{j > 0 && <br />}{line}</span>)}</p>
    })}
  </div>
)
