import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import type { OutputOf } from '../../../kernel/contract.ts'
import { useAsk } from '../../../web/ask.ts'
import { Why } from '../../../web/ui/closed.tsx'
import { Loaded } from '../../../web/ui/loaded.tsx'
import { PageTitle, Sheet } from '../../../web/ui/page-title.tsx'
import { StateTag } from '../../../web/ui/state-tag.tsx'
import { useWords } from '../../../web/words.ts'
import { helpContract } from '../contract.ts'

type Deed = OutputOf<typeof helpContract.deeds>['deeds'][number]

/** 我能办理什么 (N11): every deed of this mandate, open or not; of what is not open the rule, the fact, and who can change it. */
export default function WhyPage() {
  const t = useWords()
  const asked = useAsk(helpContract.deeds, {}, { fresh: true })
  return (
    <>
      <PageTitle title={t('help.why.title')} lead={t('help.why.lead')} deed={<Link to="/help/mine">{t('help.mine.title')}</Link>} />
      <Loaded of={asked}>{({ deeds }) => {
        const groups = [
          ['open', deeds.filter(({ open }) => open === true)], ['closed', deeds.filter(({ open }) => open === false)], ['depends', deeds.filter(({ open }) => open === null)],
        ] as const
        if (deeds.length === 0) return <Sheet width="reading"><p>{t('help.why.empty')}</p></Sheet>
        return groups.map(([name, some]) => some.length > 0 && (
          <Sheet key={name} title={t(`help.why.${name}`)}>
            {name === 'depends' && <p className="quiet">{t('help.why.depends.text')}</p>}
            <ul className="why-list">{some.map((deed) => <One key={deed.deed} deed={deed} />)}</ul>
          </Sheet>
        ))
      }}</Loaded>
    </>
  )
}

function One({ deed: { deed, open, code, params, sentence, path } }: { deed: Deed }) {
  const t = useWords()
  const [whole, setWhole] = useState(false)
  const label = t(`${deed}.deed`)
  return (
    <li>
      <div className="why-head">
        <b>{label}</b>
        {open === false && <StateTag word={t('help.why.not_open')} tone="still" />}
        {path && <Link to={path}>{t('help.why.go')}<span className="sr"> {label}</span></Link>}
      </div>
      {code && !whole && <p>{sentence} <button type="button" className="link" aria-expanded={false} onClick={() => setWhole(true)}>{t('help.why.who')}<span className="sr"> {label}</span></button></p>}
      {code && whole && <Why code={code} params={params} />}
    </li>
  )
}
