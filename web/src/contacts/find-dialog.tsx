import { IMError } from '@parley/client/browser'
import { useState } from 'react'
import { Form } from 'react-aria-components/Form'
import { handleIn } from '../conversation-list/handle.ts'
import { useText } from '../i18n/use-text.ts'
import { Button } from '../kit/button.tsx'
import { Dialog, DialogActions } from '../kit/dialog.tsx'
import { TextField } from '../kit/text-field.tsx'
import { errorText } from '../session/error-text.ts'
import { useIM } from '../session/session-context.ts'

export interface FindDialogProps {
  title: string
  action: string
  onFound: (account: number) => void
  onClose: () => void
  /** Other ways to what is wanted. */
  children?: React.ReactNode
}

/** Asks for the exact name of an account and looks it up. */
export function FindDialog({ title, action, onFound, onClose, children }: FindDialogProps) {
  const im = useIM()
  const { text } = useText()
  const [name, setName] = useState('')
  const [error, setError] = useState<string>()
  const [busy, setBusy] = useState(false)

  const find = async () => {
    if (busy) return
    const handle = handleIn(name)
    if (handle === undefined) return setError(text('auth.badHandle'))
    if (handle === im.me?.profile.handle) return setError(text('start.self'))
    setBusy(true)
    try {
      const { account } = await im.find(handle)
      onClose()
      onFound(account)
    } catch (thrown) {
      const isMissing = thrown instanceof IMError && thrown.code === 'NOT_FOUND'
      setError(isMissing ? text('start.missing') : errorText(text, thrown))
      setBusy(false)
    }
  }

  return (
    <Dialog title={title} onClose={onClose}>
      <Form
        onSubmit={(event) => {
          event.preventDefault()
          void find()
        }}
      >
        <TextField
          label={text('start.handle')}
          name="handle"
          value={name}
          onChange={(value) => {
            setName(value)
            setError(undefined)
          }}
          hint={text('start.hint')}
          error={error}
          prefix="@"
          verbatim
          autoFocus
        />
        {children}
        <DialogActions>
          <Button onPress={onClose}>{text('dialog.cancel')}</Button>
          <Button look="main" type="submit" busy={busy}>
            {action}
          </Button>
        </DialogActions>
      </Form>
    </Dialog>
  )
}
