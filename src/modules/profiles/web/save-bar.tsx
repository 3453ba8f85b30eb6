import { Button } from 'antd'
import type { ReactNode } from 'react'
import type { Keeping } from '../../../web/keeper.ts'
import { useWords } from '../../../web/words.ts'
import type { PlainField, ReviewedField } from '../fields.ts'
import { Kept } from './kept.tsx'

/**
 * The end of the form, always in view: 提交审核 where a reviewed field changed, with the list of them, else 保存 (S2-64);
 * and what became of the draft.
 */
export function SaveBar({ reviewed, plain, isFirst, isLocked, keeping, busy, choose, children }: {
  reviewed: readonly ReviewedField[]
  plain: readonly PlainField[]
  /** Nothing is in force yet: everything goes to review. */
  isFirst: boolean
  isLocked: boolean
  keeping: Keeping
  busy: boolean
  /** What the button that is pressed sends. */
  choose: (mode: 'all' | 'plain') => void
  children: ReactNode
}) {
  const t = useWords()
  const needsReview = reviewed.length > 0
  const names = reviewed.map((field) => t(`profiles.field.${field}`)).join(t('profiles.list.and'))
  return (
    <div className="stay save-bar">
      <p className="what-happens" role="status">
        {needsReview ? (isFirst ? t('profiles.bar.first') : <>{t('profiles.bar.review', { fields: names })}</>) : t(isLocked ? 'profiles.bar.locked' : 'profiles.bar.save')}
      </p>
      <Button type="primary" htmlType="submit" loading={busy} onClick={() => choose('all')}>{t(needsReview ? 'profiles.verb.submit' : 'profiles.save')}</Button>
      {needsReview && plain.length > 0 && <Button htmlType="submit" disabled={busy} onClick={() => choose('plain')}>{t('profiles.save.plain')}</Button>}
      {children}
      <span className="push"><Kept keeping={keeping} kept="profiles.draft.kept" /></span>
    </div>
  )
}
