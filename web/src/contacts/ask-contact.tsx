import { useState } from 'react'
import { Form } from 'react-aria-components/Form'
import { useSubmit } from '../account/use-submit.ts'
import { useText } from '../i18n/use-text.ts'
import { Button } from '../kit/button.tsx'
import { Dialog, DialogActions } from '../kit/dialog.tsx'
import { TextField } from '../kit/text-field.tsx'
import { useIM } from '../session/session-context.ts'
import { useContacts } from './use-contacts.ts'

/** In characters; the protocol counts bytes, of which a character has at most four. */
const greetingLengthMax = 60

export interface AskContactProps {
  account: number
  name: string
  onClose: () => void
}

/** Asks somebody to become a contact, with a word of greeting. */
export function AskContact({ account, name, onClose }: AskContactProps) {
  const im = useIM()
  const { text } = useText()
  const contacts = useContacts()
  const own = im.me?.profile.displayName || im.me?.profile.handle || ''
  const [greeting, setGreeting] = useState(() => text('person.greetingDefault', { name: own }))
  const { busy, error, submit } = useSubmit()
  return (
    <Dialog title={text('person.askTitle', { name })} onClose={onClose}>
      <Form
        onSubmit={(event) => {
          event.preventDefault()
          submit(async () => {
            await contacts.request(account, { greeting: greeting.trim() })
            onClose()
          })
        }}
      >
        <TextField
          label={text('person.greeting')}
          name="greeting"
          value={greeting}
          onChange={setGreeting}
          hint={text('person.greetingHint')}
          error={error?.text}
          maxLength={greetingLengthMax}
          autoFocus
        />
        <DialogActions>
          <Button onPress={onClose}>{text('dialog.cancel')}</Button>
          <Button look="main" type="submit" busy={busy}>
            {text('person.askSend')}
          </Button>
        </DialogActions>
      </Form>
    </Dialog>
  )
}
