import { useRouter } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { useWords } from '../../../../web/words.ts'
import type { Home } from './home.ts'

/** One application in a window of its own: what stands in a dialog or was just decided stays as it is. */
export function ItemLink({ home, id, opened, children }: { home: Home; id: string; opened?: () => void; children: ReactNode }) {
  const t = useWords()
  const router = useRouter()
  const { href } = router.buildLocation({ to: home.item, params: { id } })
  return <a href={router.history.createHref(href)} target="_blank" rel="noreferrer" className="item-link" onClick={opened} onAuxClick={opened}>{children}<span className="sr"> {t('applications.desk.new_window')}</span></a>
}
