import { minuteOf } from '../../../kernel/clock.ts'
import { linkTo } from '../../../web/client.ts'
import { sizeInWords } from '../../../web/ui/size.ts'
import { useWords } from '../../../web/words.ts'
import { unitsContract } from '../contract.ts'
import type { MyRegistration } from './registration.ts'

/** One line on the scan that is in force, with the way to it. */
export function LicenceFact({ registrationId, licence }: { registrationId: string; licence: NonNullable<MyRegistration['licence']> }) {
  const t = useWords()
  return (
    <p>
      {t('units.licence.uploaded', { name: licence.name, size: sizeInWords(licence.bytes), time: minuteOf(new Date(licence.uploadedAt)) })}{' '}
      <a href={linkTo(unitsContract.licence, { id: registrationId, licenceId: licence.id })} download>{t('web.download')}</a>
    </p>
  )
}
