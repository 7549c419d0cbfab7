import { useState } from 'react'
import { useText } from '../i18n/use-text.ts'
import { Button } from './button.tsx'
import styles from './confirm.module.css'
import { Dialog, DialogActions } from './dialog.tsx'
import { Notice } from './notice.tsx'

export interface ConfirmProps {
  title: string
  hint: string
  warning?: string | undefined
  action: string
  /** Closes when it is done; what it throws is shown. */
  onConfirm: () => void | Promise<void>
  onClose: () => void
  describe: (thrown: unknown) => string
}

/** Names the effect of an act that cannot be taken back, and asks. */
export function Confirm({
  title,
  hint,
  warning,
  action,
  onConfirm,
  onClose,
  describe,
}: ConfirmProps) {
  const { text } = useText()
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState<string>()
  const confirm = async () => {
    setBusy(true)
    setError(undefined)
    try {
      await onConfirm()
      onClose()
    } catch (thrown) {
      setError(describe(thrown))
      setBusy(false)
    }
  }
  return (
    <Dialog title={title} role="alertdialog" onClose={onClose}>
      <p className={styles.hint}>{hint}</p>
      {warning !== undefined && <Notice look="warn">{warning}</Notice>}
      {error !== undefined && <Notice look="danger">{error}</Notice>}
      <DialogActions>
        <Button onPress={onClose} autoFocus>
          {text('dialog.cancel')}
        </Button>
        <Button look="danger" busy={busy} onPress={() => void confirm()}>
          {action}
        </Button>
      </DialogActions>
    </Dialog>
  )
}
