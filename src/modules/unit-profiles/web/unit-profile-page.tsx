import { Button } from 'antd'
import { useState } from 'react'
import { useAsk } from '../../../web/ask.ts'
import { Loaded } from '../../../web/ui/loaded.tsx'
import { Notice } from '../../../web/ui/notice.tsx'
import { PageTitle, Sheet } from '../../../web/ui/page-title.tsx'
import { Time } from '../../../web/ui/time.tsx'
import { Told } from '../../../web/ui/told.tsx'
import { useLang, useWords } from '../../../web/words.ts'
import { unitProfilesContract } from '../contract.ts'
import { BankFacts } from './bank-facts.tsx'
import { EditProfile } from './edit-profile.tsx'
import { History } from './history.tsx'
import { PendingBank } from './pending-bank.tsx'
import { ProfileFacts } from './profile-facts.tsx'
import type { ShownProfile } from './shown.ts'

/** 单位信息 (S2-12 to S2-26): read, and by 维护单位信息 changed. */
export default function UnitProfilePage() {
  const asked = useAsk(unitProfilesContract.unitProfile, {}, { fresh: true })
  return <Loaded of={asked}>{(profile) => <Information profile={profile} again={asked.again} />}</Loaded>
}

function Information({ profile, again }: { profile: ShownProfile; again: () => void }) {
  const [editing, edit] = useState(false)
  const [done, setDone] = useState('')
  const told = (sentence: string) => {
    setDone(sentence)
    edit(false)
    again()
  }
  const begin = () => {
    setDone('')
    edit(true)
    scrollTo({ top: 0 })
  }
  return editing
    ? <EditProfile profile={profile} again={again} close={() => edit(false)} done={told} />
    : <View profile={profile} done={done} told={told} begin={begin} />
}

function View({ profile: p, done, told, begin }: { profile: ShownProfile; done: string; told: (sentence: string) => void; begin: () => void }) {
  const t = useWords()
  const lang = useLang()
  const isEmpty = p.version === 0
  const sayParams = (params: Record<string, string | number> | undefined) =>
    (params && lang === 'en' ? Object.fromEntries(Object.entries(params).map(([name, value]) => [name, params[`${name}En`] ?? value])) : params)
  const remark = (field: string) => {
    const found = p.warnings.filter((warning) => warning.field === field)
    return found.length > 0 ? found.map(({ code, params }) => <p key={code}>{t(code, sayParams(params))}</p>) : undefined
  }
  const maintain = p.can.includes('changeUnitProfile') && <Button type="primary" size="large" onClick={begin}>{t('unitProfiles.maintain')}</Button>
  return (
    <>
      <PageTitle
        title={t('unitProfiles.title')} deed={!isEmpty && maintain}
        lead={p.updatedAt && <>{t('unitProfiles.updated')} <Time at={p.updatedAt} /></>}
      />
      <Told sentence={done} after={p.version} />
      {isEmpty && (
        <Notice title={t('unitProfiles.empty.title')}>
          <p>{t('unitProfiles.empty.text')}</p>
          <p className="deeds">{maintain}</p>
        </Notice>
      )}
      {p.missing.length > 0 && (
        <Notice tone="warn" title={t('unitProfiles.missing.title')}>
          <p>{t('unitProfiles.missing.text', { fields: p.missing.map((field) => t(field === 'bank' ? 'unitProfiles.section.bank' : `unitProfiles.field.${field}`)).join(lang === 'en' ? ', ' : '、') })}</p>
        </Notice>
      )}
      {p.pendingBank && <PendingBank profile={p} pending={p.pendingBank} told={told} />}
      <ProfileFacts profile={p} remark={remark} />
      <Sheet title={t('unitProfiles.section.bank')}>
        {p.bank ? <BankFacts bank={p.bank} remark={remark} /> : <p className="quiet">{t('unitProfiles.bank.none')}</p>}
        {p.pendingBank && <p className="hint spaced">{t('unitProfiles.bank.still')}</p>}
      </Sheet>
      {!isEmpty && <History />}
    </>
  )
}
