import { Button, Modal } from 'antd'
import { signInLink } from '../session.ts'
import { useWords } from '../words.ts'

/** Sign in beside what one was doing, then go on. */
export function SignedOutDialog({ goOn }: { goOn: () => void }) {
  const t = useWords()
  return (
    <Modal
      open title={t('web.signed_out.title')} closable={false} maskClosable={false} keyboard={false} onCancel={goOn}
      footer={[
        <Button key="on" onClick={goOn}>{t('web.signed_out.continue')}</Button>,
        <Button key="in" type="primary" href={signInLink('/app/signed-in')} target="_blank" rel="opener">{t('web.signed_out.sign_in')}</Button>,
      ]}
    >
      <p>{t('web.signed_out.text')}</p>
    </Modal>
  )
}
