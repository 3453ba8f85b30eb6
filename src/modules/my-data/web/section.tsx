import type { OutputOf } from '../../../kernel/contract.ts'
import { ask } from '../../../web/client.ts'
import { Facts } from '../../../web/ui/facts.tsx'
import { Masked } from '../../../web/ui/masked.tsx'
import { Sheet } from '../../../web/ui/page-title.tsx'
import { Time } from '../../../web/ui/time.tsx'
import { useWords } from '../../../web/words.ts'
import { myDataContract } from '../contract.ts'

type Section = OutputOf<typeof myDataContract.mine>['sections'][number]
type Fact = Section['items'][number]['facts'][number]

/** One kind of data, newest first. */
export function DataSection({ section: { title, items, more } }: { section: Section }) {
  const t = useWords()
  return (
    <div id={title} className="data-kind">
      <Sheet title={t(title)}>
        <ul className="data-items">
          {items.map((item) => (
            <li key={item.id}>
              <Facts columns={2} rows={item.facts.map((fact) => ({ label: t(fact.label), value: <Value at={{ section: title, item: item.id, fact: fact.label }} value={fact.value} /> }))} />
            </li>
          ))}
        </ul>
        {more && <p className="hint spaced">{t('myData.more', { n: items.length })}</p>}
      </Sheet>
    </div>
  )
}

function Value({ at, value }: { at: { section: string; item: string; fact: string }; value: Fact['value'] }) {
  const t = useWords()
  if (value.kind === 'time') return <Time at={value.text} />
  if (value.kind === 'text') return <>{value.text}</>
  const reveal = async () => {
    const answer = await ask(myDataContract.reveal, at)
    return answer.ok ? { ok: true as const, value: answer.value.value } : answer
  }
  return <Masked value={value.text} label={t(at.fact)} reveal={reveal} />
}
