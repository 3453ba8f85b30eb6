import { Tabs } from '../../../web/ui/menu.tsx'
import { useWords } from '../../../web/words.ts'

/** The two pages of 我的数据. */
export function MyDataTabs() {
  const t = useWords()
  return <Tabs label={t('myData.title')} items={[{ path: '/me/data', label: 'myData.tab.data' }, { path: '/me/data/looks', label: 'myData.tab.looks' }]} />
}
