import { Link } from '@tanstack/react-router'
import { webRooms } from '../../modules.web.ts'
import { useSite } from '../session.ts'
import { useLang, useWords } from '../words.ts'
import { PlatformTime } from './platform-time.tsx'

const whyPath = webRooms.find((room) => room.header?.whyPath)?.header?.whyPath

/** At the foot of every page of whoever is signed in: what one can do and why not, who answers for the platform, and its time. */
export function Footer() {
  const t = useWords()
  const lang = useLang()
  const { ownerZh, ownerEn, supportPhone } = useSite()
  return (
    <footer className="foot">
      {whyPath && <Link to={whyPath}>{t('web.why')}</Link>}
      <span>{(lang === 'en' && ownerEn) || ownerZh}</span>
      <PlatformTime />
      {supportPhone && <span>{t('web.support', { phone: supportPhone })}</span>}
    </footer>
  )
}
