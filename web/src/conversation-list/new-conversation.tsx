import { IMError } from '@parley/client/browser'
import { useState } from 'react'
import { Form } from 'react-aria-components/Form'
import { useText } from '../i18n/use-text.ts'
import { Button } from '../kit/button.tsx'
import { Dialog, DialogActions } from '../kit/dialog.tsx'
import { TextField } from '../kit/text-field.tsx'
import { go } from '../routes/router.ts'
import { errorText } from '../session/error-text.ts'
import { useIM } from '../session/session-context.ts'
import { handleIn } from './filter.ts'

/** Finds an account by its exact handle and opens the conversation with it. */
export function NewConversation({ onClose }: { onClose: () => void }) {
  const im = useIM()
  const { text } = useText()
  const [name, setName] = useState('')
  const [error, setError] = useState<string>()
  const [busy, setBusy] = useState(false)

  const start = async () => {
    if (busy) return
    const handle = handleIn(name)
    if (handle === undefined) return setError(text('auth.badHandle'))
    if (handle === im.me?.profile.handle) return setError(text('start.self'))
    setBusy(true)
    try {
      const { account } = await im.find(handle)
      onClose()
      go({ name: 'direct', account })
    } catch (thrown) {
      const isMissing = thrown instanceof IMError && thrown.code === 'NOT_FOUND'
      setError(isMissing ? text('start.missing') : errorText(text, thrown))
      setBusy(false)
    }
  }

  return (
    <Dialog title={text('start.title')} onClose={onClose}>
      <Form
        onSubmit={(event) => {
          event.preventDefault()
          void start()
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
        <DialogActions>
          <Button onPress={onClose}>{text('dialog.cancel')}</Button>
          <Button look="main" type="submit" busy={busy}>
            {text('start.go')}
          </Button>
        </DialogActions>
      </Form>
    </Dialog>
  )
}
