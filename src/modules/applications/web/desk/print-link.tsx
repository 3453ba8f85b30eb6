import { useWords } from '../../../../web/words.ts'
import { printPath } from '../mine/shown.ts'
import type { Opened } from './shown.ts'

/** E63: the PDF of the version that is judged here, or of the draft where none was submitted yet, in a window of its own. */
export function PrintLink({ application: a, className }: { application: Pick<Opened, 'id' | 'revision' | 'submitted'>; className: string }) {
  const t = useWords()
  return (
    <a href={`/app${printPath(a.id, a.submitted ? a.revision : 'draft')}`} target="_blank" rel="noreferrer" className={className}>
      {a.submitted ? t('applications.desk.print', { n: a.revision }) : t('applications.desk.print.draft')}<span className="sr"> {t('applications.desk.new_window')}</span>
    </a>
  )
}
