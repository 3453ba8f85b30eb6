import { Button } from 'antd'
import type { ErrorComponentProps } from '@tanstack/react-router'
import { useSite } from '../session.ts'
import { useWords } from '../words.ts'
import { PageTitle, Sheet } from './page-title.tsx'

/** When a page breaks: what to do, and a number to quote where the server gave one. */
export function Broken({ error, reset }: ErrorComponentProps) {
  const t = useWords()
  const site = useSite()
  const message = error instanceof Error ? error.message : ''
  const newVersion = /dynamically imported module|Importing a module script/i.test(message)
  const requestId = error instanceof Error && 'requestId' in error ? String(error.requestId) : ''
  return (
    <div role="alert">
      <PageTitle title={t('web.broken.title')} />
      <Sheet width="reading">
        <p>{t(newVersion ? 'web.broken.new_version' : 'web.broken.text')}</p>
        {requestId && <p>{t('web.refused.request')}：<code>{requestId}</code></p>}
        <p className="quiet">{[site.supportPhone, site.supportMail].filter(Boolean).join(' · ')}</p>
        <p className="deeds">
          <Button type="primary" onClick={newVersion ? () => location.reload() : reset}>{t(newVersion ? 'web.broken.reload' : 'web.retry')}</Button>
          <a href="/app/">{t('web.not_found.home')}</a>
        </p>
      </Sheet>
    </div>
  )
}
