import { Button } from 'antd'
import { useWords } from '../../../web/words.ts'
import { useSaid, ValueShown } from '../../calls/web/parts.ts'
import type { Content, Field, FieldValue } from '../../calls/form/definition.ts'
import type { Keeper, KeeperState } from './keeper.ts'

/** Two windows wrote in the same place: both values side by side, and a person chooses. Until then neither is lost. */
export function Conflicts({ state, keeper, find, content }: { state: KeeperState; keeper: Keeper; find: (id: string) => Field | undefined; content: Content }) {
  const t = useWords()
  const said = useSaid()
  const all = Object.values(state.held.conflicts)
  if (all.length === 0) return null
  const withValue = (id: string, value: FieldValue): Content => ({ ...content, values: { ...content.values, [id]: value } })
  return (
    <section className="notice warn conflicts" id="conflicts" tabIndex={-1} aria-labelledby="conflicts-title">
      <p className="notice-title" id="conflicts-title" role="status">{t('drafts.conflict.title', { n: all.length })}</p>
      <p>{t('drafts.conflict.text')}</p>
      {all.map(({ field: id, theirs }) => {
        const field = find(id)
        if (!field || field.kind === 'note') return null
        return (
          <div key={id} className="conflict">
            <h3>{said(field.label)}</h3>
            <div className="conflict-values">
              <div><p className="quiet">{t('drafts.conflict.mine')}</p><ValueShown field={field} content={content} />
                <Button onClick={() => keeper.choose(id, 'mine')}>{t('drafts.conflict.keep_mine')}<span className="sr"> {said(field.label)}</span></Button></div>
              <div><p className="quiet">{t('drafts.conflict.theirs')}</p><ValueShown field={field} content={withValue(id, theirs)} />
                <Button onClick={() => keeper.choose(id, 'theirs')}>{t('drafts.conflict.take_theirs')}<span className="sr"> {said(field.label)}</span></Button></div>
            </div>
          </div>
        )
      })}
    </section>
  )
}
