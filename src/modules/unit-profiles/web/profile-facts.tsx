import type { ReactNode } from 'react'
import { ask, type Answer } from '../../../web/client.ts'
import { Code, phoneGroups } from '../../../web/ui/code-field.tsx'
import { Facts, type Fact } from '../../../web/ui/facts.tsx'
import { Sheet } from '../../../web/ui/page-title.tsx'
import { useLang, useWords } from '../../../web/words.ts'
import { unitProfilesContract } from '../contract.ts'
import { Revealed } from './revealed.tsx'
import { nameIn, type ShownProfile } from './shown.ts'

async function documentNumber(reason: string): Promise<Answer<string>> {
  const answer = await ask(unitProfilesContract.revealLegalDocument, { reason })
  return answer.ok ? { ok: true, value: answer.value.number ?? '' } : answer
}

/** 基本信息 to be read (S2-12 to S2-20), in four groups. `remark` adds what looks odd. */
export function ProfileFacts({ profile: p, remark }: { profile: ShownProfile; remark: (field: string) => ReactNode }) {
  const t = useWords()
  const lang = useLang()
  const fact = (field: string, value: ReactNode): Fact => ({ label: t(`unitProfiles.field.${field}`), value, remark: remark(field) })
  const money = (value: string | null) => value && t('unitProfiles.ten_thousand', { n: value })
  return (
    <Sheet title={t('unitProfiles.section.basic')}>
      <Group title={t('unitProfiles.section.registry')}>
        <p className="hint group-lead">{t(p.registryAt ? 'unitProfiles.registry.city' : 'unitProfiles.registry.own')}</p>
        <Facts columns={2} rows={[
          fact('name', p.unit.name), fact('creditCode', <Code of={p.unit.creditCode} />),
          fact('registrationType', nameIn(lang, p.registrationType)), fact('registeredOn', p.registeredOn),
          fact('registeredCapital', money(p.registeredCapital)), fact('paidInCapital', money(p.paidInCapital)),
          fact('legalRepresentative', p.unit.legalRepresentative), fact('legalDocumentType', nameIn(lang, p.legalDocumentType)),
          fact('legalDocument', p.legalDocument && <Revealed masked={p.legalDocument} label={t('unitProfiles.field.legalDocument')} reveal={documentNumber} />),
        ]} />
      </Group>
      <Group title={t('unitProfiles.section.place')}>
        <Facts columns={2} rows={[
          fact('province', nameIn(lang, p.unit.province)), fact('region', regionWord(t, lang, p.unit)),
          fact('district', nameIn(lang, p.unit.district)), fact('functionalZone', nameIn(lang, p.functionalZone)),
          fact('postalAddress', p.postalAddress), fact('postCode', p.postCode),
        ]} />
      </Group>
      <Group title={t('unitProfiles.section.nature')}>
        <Facts columns={2} rows={[
          fact('unitNature', nameIn(lang, p.unitNature)), fact('industry', nameIn(lang, p.industry)),
          fact('keywords', p.keywords.length > 0 && <span className="words">{p.keywords.map((word) => <span key={word} className="tag">{word}</span>)}</span>),
        ]} />
      </Group>
      <Group title={t('unitProfiles.section.contact')}>
        <Facts columns={2} rows={[
          fact('contactName', p.contactName), fact('phone', p.phone && <Code of={p.phone} groups={phoneGroups} />),
          fact('officePhone', p.officePhone), fact('mail', p.mail && <span className="mail">{p.mail}</span>),
        ]} />
      </Group>
    </Sheet>
  )
}

const Group = ({ title, children }: { title: string; children: ReactNode }) => <section className="fact-group"><h3>{title}</h3>{children}</section>

/** 重庆市内 / 重庆市外 (S2-13), by the province of this installation. */
export const regionWord = (t: ReturnType<typeof useWords>, lang: 'zh' | 'en', unit: ShownProfile['unit']): string =>
  t(unit.isHome ? 'unitProfiles.region.home' : 'unitProfiles.region.away', { home: (lang === 'en' && unit.homeNameEn) || unit.homeName })
