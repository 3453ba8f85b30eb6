import { Button, Modal } from 'antd'
import { useEffect, useState } from 'react'
import { onSignedOut } from '../client.ts'
import { signInLink, useActor } from '../session.ts'
import { useRefresh } from '../ask.ts'
import { useWords } from '../words.ts'
import { PageTitle, Sheet } from './page-title.tsx'

/** The session ended in the middle of something: sign in beside it and go on, with everything typed still there. */
export function SignedOut() {
  const t = useWords()
  const actor = useActor()
  const refresh = useRefresh()
  const [open, setOpen] = useState(false)
  useEffect(() => onSignedOut(() => {
    if (actor) setOpen(true)
    else location.assign(signInLink())
  }), [actor])
  const goOn = () => {
    setOpen(false)
    refresh()
  }
  return (
    <Modal
      open={open} title={t('web.signed_out.title')} closable={false} maskClosable={false} keyboard={false} onCancel={goOn}
      footer={[
        <Button key="on" onClick={goOn}>{t('web.signed_out.continue')}</Button>,
        <Button key="in" type="primary" href={signInLink('/app/signed-in')} target="_blank" rel="opener">{t('web.signed_out.sign_in')}</Button>,
      ]}
    >
      <p>{t('web.signed_out.text')}</p>
    </Modal>
  )
}

/** Where the new window arrives after signing in. */
export function SignedIn() {
  const t = useWords()
  return <><PageTitle title={t('web.signed_in.title')} /><Sheet width="reading"><p>{t('web.signed_in.text')}</p></Sheet></>
}
