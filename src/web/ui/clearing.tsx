import { CloseCircleFilled } from '@ant-design/icons'
import type { ReactNode } from 'react'
import { useWords } from '../words.ts'

/** `allowClear` of a list: Ant Design names its button in English whatever the page speaks. */
export function useClearing(): { label: string; clearIcon: ReactNode } {
  const t = useWords()
  return { label: t('web.clear'), clearIcon: <CloseCircleFilled /> }
}
