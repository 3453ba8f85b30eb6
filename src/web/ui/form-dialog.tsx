import { Modal } from 'antd'
import type { ReactNode } from 'react'
import { useFocusBack } from './focus-back.ts'

/** A short form in a dialog; its content is made anew each time it opens, and the caller closes it once the server accepted. */
export const FormDialog = ({ open, title, close, width = 560, children }: {
  open: boolean
  title: string
  close: () => void
  width?: number
  children: ReactNode
}) => (
  <Modal open={open} title={title} width={width} footer={null} destroyOnHidden maskClosable={false} onCancel={close}>
    {open && <Content>{children}</Content>}
  </Modal>
)

function Content({ children }: { children: ReactNode }) {
  useFocusBack()
  return <div className="dialog-body">{children}</div>
}
