import { Link } from '@tanstack/react-router'
import { Button } from 'antd'
import { useState } from 'react'
import type { OutputOf } from '../../../kernel/contract.ts'
import { useAsk } from '../../../web/ask.ts'
import { useSite } from '../../../web/session.ts'
import { Loaded } from '../../../web/ui/loaded.tsx'
import { PageTitle, Sheet } from '../../../web/ui/page-title.tsx'
import { Told } from '../../../web/ui/told.tsx'
import { useWords } from '../../../web/words.ts'
import { myDataContract } from '../contract.ts'
import { FileDialog } from './file-dialog.tsx'
import { MyDataTabs } from './parts.tsx'
import { DataSection } from './section.tsx'

type Mine = OutputOf<typeof myDataContract.mine>

/** 我的数据: everything the platform holds on whoever reads it. */
export default function MyDataPage() {
  const t = useWords()
  const mine = useAsk(myDataContract.mine, {}, { fresh: true })
  const [asking, setAsking] = useState(false)
  const [done, setDone] = useState('')
  return (
    <>
      <PageTitle title={t('myData.title')} lead={t('myData.lead')} deed={mine.value && <Button type="primary" onClick={() => setAsking(true)}>{t('myData.file')}</Button>} />
      <Told sentence={done} after={done} />
      <MyDataTabs />
      <Loaded of={mine}>{(value) => (
        <>
          <Rights isPerson={value.isPerson} />
          <Kinds sections={value.sections} />
          {value.sections.filter(({ items }) => items.length > 0).map((section) => <DataSection key={section.title} section={section} />)}
          {asking && <FileDialog ways={value.stepUp} close={() => setAsking(false)} done={() => (setAsking(false), setDone(t('myData.file.done')))} />}
        </>
      )}</Loaded>
    </>
  )
}

/** How to correct or delete, and whom to ask (PIPL 44 to 50). */
function Rights({ isPerson }: { isPerson: boolean }) {
  const t = useWords()
  const { supportPhone, supportMail } = useSite()
  const contact = [supportPhone, supportMail].filter(Boolean).join(' ')
  const account = t('accounts.title')
  return (
    <Sheet title={t('myData.rights.title')} deed={<Link to="/account">{account}</Link>}>
      <p>{isPerson ? t('myData.rights.correct', { account }) : t('myData.rights.correct.staff', { account })}</p>
      <p className="spaced">{t('myData.rights.erase')}</p>
      <p className="spaced">{contact ? t('myData.rights.ask', { contact }) : t('myData.rights.ask.bare')}</p>
      <p className="hint spaced">{t('myData.not_shown')}</p>
    </Sheet>
  )
}

/** What is here, and how much of it, with a way to each; and of what there is nothing. */
function Kinds({ sections }: { sections: Mine['sections'] }) {
  const t = useWords()
  const empty = sections.filter(({ items }) => items.length === 0)
  return (
    <Sheet>
      <nav aria-label={t('myData.tab.data')}>
        <ul className="data-kinds">
          {sections.filter((section) => !empty.includes(section)).map(({ title, items, more }) => (
            <li key={title}><a href={`#${title}`}>{t(title)}</a> <span className="quiet">{items.length}{more && '+'}</span></li>
          ))}
        </ul>
      </nav>
      {empty.length > 0 && <p className="hint spaced">{t('myData.empty', { kinds: empty.map(({ title }) => t(title)).join(t('myData.and')) })}</p>}
    </Sheet>
  )
}
