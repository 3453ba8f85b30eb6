import { identityDocumentTypes } from '../../../codes/identity-document.ts'
import { Facts } from '../../../web/ui/facts.tsx'
import { Notice } from '../../../web/ui/notice.tsx'
import { StateTag } from '../../../web/ui/state-tag.tsx'
import { Time } from '../../../web/ui/time.tsx'
import { useLang, useWords } from '../../../web/words.ts'
import { SealedValue } from './sealed-value.tsx'
import { toneOfGrant, type Grant } from './shown.ts'

export function GrantState({ grant }: { grant: Pick<Grant, 'state'> }) {
  const t = useWords()
  return <StateTag word={t(`structure.page.grant.${grant.state}`)} tone={toneOfGrant(grant.state)} />
}

/** Who holds a post: who it is, since when, and where it waits for him, what comes next (S2-34, E17). */
export function GrantFacts({ grant }: { grant: Grant }) {
  const t = useWords()
  const lang = useLang()
  const type = identityDocumentTypes.items.find((item) => item.code === grant.documentType)
  return (
    <>
      <Facts rows={[
        { label: t('structure.page.authorised.name'), value: grant.name },
        { label: t('structure.page.phone'), value: <SealedValue key={`${grant.id} ${grant.phone}`} grant={grant} what="phone" /> },
        { label: t('structure.page.documentType'), value: type ? (lang === 'en' && type.en) || type.name : grant.documentType },
        { label: t('structure.page.document'), value: <SealedValue key={`${grant.id} ${grant.document}`} grant={grant} what="document" /> },
        {
          label: t('structure.page.state'),
          value: <><GrantState grant={grant} />{grant.activatedAt && <span className="quiet"> {t('structure.page.since')} <Time at={grant.activatedAt} /></span>}</>,
        },
        ...(grant.userName ? [{ label: t('structure.page.account'), value: <span className="code">{grant.userName}</span>, ...(grant.accountDisabled && { remark: t('structure.page.account.disabled') }) }] : []),
        // Of another unit: its user name is not shown (D14), that it cannot sign in is (E21).
        ...(!grant.userName && grant.accountDisabled ? [{ label: t('structure.page.account'), value: t('structure.page.account.disabled') }] : []),
        { label: t('structure.page.granted'), value: <><Time at={grant.grantedAt} /> <span className="quiet">{grant.grantedBy ?? t('structure.page.by.platform')}</span></> },
      ]} />
      {grant.state === 'waiting' && <WaitingGrant grant={grant} />}
    </>
  )
}

/** 待激活: nobody has to do anything but the person himself; what did not agree is named (E17). */
export function WaitingGrant({ grant }: { grant: Grant }) {
  const t = useWords()
  return (
    <div className="waiting-grant">
      {grant.triedAt && grant.differs.length > 0 && (
        <Notice tone="warn" title={t('structure.page.differs.title')}>
          <p>{t('structure.page.differs.at')} <Time at={grant.triedAt} /></p>
          <ul>{grant.differs.map((one) => <li key={one}>{t(`structure.page.differs.${one}`)}</li>)}</ul>
        </Notice>
      )}
      <h3>{t('structure.page.waiting.title')}</h3>
      <ol>{[1, 2, 3].map((n) => <li key={n}>{t(`structure.page.waiting.${n}`, { name: grant.name })}</li>)}</ol>
    </div>
  )
}
