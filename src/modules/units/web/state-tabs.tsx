import { useWords } from '../../../web/words.ts'

/** The states as one row of switches, each with how many there are. */
export function StateTabs<K extends string>({ tabs, value, choose }: { tabs: readonly { key: K; n: number }[]; value: K; choose: (key: K) => void }) {
  const t = useWords()
  return (
    <div className="state-tabs" role="group" aria-label={t('units.reviews.state')}>
      {tabs.map(({ key, n }) => (
        <button key={key} type="button" aria-pressed={key === value} onClick={() => choose(key)}>
          {t(key === 'all' ? 'units.reviews.all' : `units.state.${key}`)}<span className="n">{n}</span>
        </button>
      ))}
    </div>
  )
}
