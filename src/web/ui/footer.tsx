import { Link } from '@tanstack/react-router'
import { webRooms } from '../../modules.web.ts'
import { useSite } from '../session.ts'
import { useLang, useWords } from '../words.ts'

const whyPath = webRooms.find((room) => room.header?.whyPath)?.header?.whyPath

/** At the foot of every page of whoever is signed in: what one can do and why not, and who answers for the platform. */
export function Footer() {
  const t = useWords()
  const lang = useLang()
  const { ownerZh, ownerEn, supportPhone } = useSite()
  return (
    <footer className="foot">
      {whyPath && <Link to={whyPath}>{t('web.why')}</Link>}
      <span>{(lang === 'en' && ownerEn) || ownerZh}</span>
      {supportPhone && <span>{t('web.support', { phone: supportPhone })}</span>}
    </footer>
  )
}
