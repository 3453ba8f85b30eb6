import { Button, Modal } from 'antd'
import { CopyText } from '../../../web/ui/copy-text.tsx'
import { Notice } from '../../../web/ui/notice.tsx'
import { useWords } from '../../../web/words.ts'

/** The secret of a subsystem, once: only the button that says it is kept closes the window. */
export function SecretDialog({ name, secret, close }: { name: string; secret: string; close: () => void }) {
  const t = useWords()
  return (
    <Modal
      open title={t('subsystems.desk.secret.title', { name })} closable={false} keyboard={false} maskClosable={false} width={600}
      footer={<Button type="primary" onClick={close}>{t('subsystems.desk.secret.done')}</Button>}
    >
      <div className="dialog-body">
        <Notice tone="warn" title={t('subsystems.desk.secret.once')}>{t('subsystems.desk.secret.keep')}</Notice>
        <CopyText label={t('subsystems.desk.secret')} text={secret} />
      </div>
    </Modal>
  )
}
