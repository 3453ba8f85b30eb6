/** States as one row of switches, each with how many there are. */
export function StateTabs<K extends string>({ tabs, value, choose, label }: {
  /** `label` in words (already translated); `n` is left out where nobody counts. */
  tabs: readonly { key: K; label: string; n?: number | undefined }[]
  value: K
  choose: (key: K) => void
  /** What is switched, for screen readers. */
  label: string
}) {
  return (
    <div className="state-tabs" role="group" aria-label={label}>
      {tabs.map(({ key, label: word, n }) => (
        <button key={key} type="button" aria-pressed={key === value} onClick={() => choose(key)}>
          {word}{n !== undefined && <span className="n">{n}</span>}
        </button>
      ))}
    </div>
  )
}
