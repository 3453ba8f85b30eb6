import { useState } from 'react'
import { useAsk } from '../../../web/ask.ts'
import { useActor } from '../../../web/session.ts'
import { Deed } from '../../../web/ui/closed.tsx'
import { Loaded } from '../../../web/ui/loaded.tsx'
import { Notice } from '../../../web/ui/notice.tsx'
import { PageTitle, Sheet } from '../../../web/ui/page-title.tsx'
import { useWords } from '../../../web/words.ts'
import { structureContract } from '../contract.ts'
import { AuthoriseDialog } from './authorise-dialog.tsx'
import { EndDialog } from './end-dialog.tsx'
import { GrantFacts } from './grant-facts.tsx'
import { PastGrants } from './past-grants.tsx'
import type { Authorisation, Grant } from './shown.ts'
import { RecentChanges } from './undo.tsx'

type Open = { what: 'authorise' } | { what: 'replace' | 'revoke'; grant: Grant }

/** 账号授权 (S2-27 to S2-34): one person who acts for the unit, and what he may not do. */
export default function AuthorisationPage() {
  const asked = useAsk(structureContract.authorisation, {}, { fresh: true })
  // The dialogs stay where they are while the page is asked anew after their deed: they still tell what came of it.
  const [open, setOpen] = useState<Open | null>(null)
  const close = () => setOpen(null)
  return (
    <>
      <Loaded of={asked}>{(authorisation) => <Shown authorisation={authorisation} open={setOpen} />}</Loaded>
      {open && (open.what === 'revoke'
        ? <EndDialog of="authorised" name={open.grant.name} change={{ kind: 'revoke', grantId: open.grant.id }} close={close} />
        : <AuthoriseDialog present={open.what === 'replace' ? open.grant : null} close={close} />)}
    </>
  )
}

function Shown({ authorisation: { present, past, can, closed }, open }: { authorisation: Authorisation; open: (what: Open) => void }) {
  const t = useWords()
  const actor = useActor()
  return (
    <>
      <PageTitle
        title={t('structure.title.authorisation')} mandate={actor?.mandate?.scopeName} lead={t('structure.page.authorisation.lead')}
        deed={<Deed verb="authorise" label={t('structure.page.authorise.title')} can={can} closed={closed} type="primary" onClick={() => open({ what: 'authorise' })} />}
      />
      <Notice>{t('structure.page.note')}</Notice>
      <div className="columns">
        <Sheet title={t('structure.page.present')}>
          {present ? (
            <>
              <GrantFacts grant={present} />
              <div className="deeds">
                <Deed verb="replaceAuthorised" label={t('structure.page.replace')} name={present.name} can={can} closed={closed} onClick={() => open({ what: 'replace', grant: present })} />
                <Deed verb="revokeAuthorised" label={t('structure.page.authorised.end')} name={present.name} can={can} closed={closed} danger onClick={() => open({ what: 'revoke', grant: present })} />
              </div>
            </>
          ) : <div className="empty-list"><p>{t('structure.page.nobody')}</p><p className="quiet">{t('structure.page.nobody.text')}</p></div>}
        </Sheet>
        <div>
          <Sheet title={t('structure.page.rights')}>
            <div className="rights">
              <h3>{t('structure.page.rights.may')}</h3>
              <ul>{[1, 2, 3].map((n) => <li key={n}>{t(`structure.page.rights.may.${n}`)}</li>)}</ul>
              <h3>{t('structure.page.rights.may_not')}</h3>
              <ul>{[1, 2, 3].map((n) => <li key={n}>{t(`structure.page.rights.may_not.${n}`)}</li>)}</ul>
            </div>
          </Sheet>
          <Sheet title={t('structure.page.past')}><PastGrants grants={past} empty={t('structure.page.past.none')} /></Sheet>
        </div>
      </div>
      <RecentChanges kinds={['authorise', 'replace', 'revoke']} />
    </>
  )
}
