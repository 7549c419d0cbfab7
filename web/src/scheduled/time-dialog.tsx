import { IMError } from '@parley/client/browser'
import { useState } from 'react'
import { useText } from '../i18n/use-text.ts'
import { Button } from '../kit/button.tsx'
import { Dialog, DialogActions } from '../kit/dialog.tsx'
import { TextField } from '../kit/text-field.tsx'
import { errorText } from '../session/error-text.ts'
import { fromField, presets, toField } from './local-time.ts'
import styles from './scheduled.module.css'

export interface TimeDialogProps {
  title: string
  /** What stands there first; undefined: in an hour. */
  atMs?: number
  /** Rejects with what is said in words. */
  onChoose: (atMs: number) => Promise<unknown>
  onClose: () => void
}

/** When something is to be sent. */
export function TimeDialog({ title, atMs, onChoose, onClose }: TimeDialogProps) {
  const { text } = useText()
  const [nowMs] = useState(() => Date.now())
  const offered = presets(nowMs)
  const [value, setValue] = useState(() => toField(atMs ?? offered[0]?.atMs ?? nowMs))
  const [error, setError] = useState<string>()
  const [isBusy, setBusy] = useState(false)
  const describe = (thrown: unknown) =>
    thrown instanceof IMError && thrown.code === 'TOO_LARGE'
      ? text('later.tooFar')
      : errorText(text, thrown)
  const choose = async () => {
    const chosenMs = fromField(value)
    if (!(chosenMs > Date.now())) return setError(text('later.past'))
    setBusy(true)
    try {
      await onChoose(chosenMs)
      onClose()
    } catch (thrown) {
      setError(describe(thrown))
      setBusy(false)
    }
  }
  const change = (next: string) => {
    setValue(next)
    setError(undefined)
  }
  return (
    <Dialog title={title} onClose={onClose}>
      <form
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault()
          void choose()
        }}
      >
        <div className={styles.presets}>
          {offered.map(({ id, atMs: at }) => (
            <Button key={id} onPress={() => change(toField(at))}>
              {text(id)}
            </Button>
          ))}
        </div>
        <TextField
          name="when"
          type="datetime-local"
          label={text('later.when')}
          value={value}
          onChange={change}
          error={error}
        />
        <DialogActions>
          <Button look="quiet" onPress={onClose}>
            {text('dialog.cancel')}
          </Button>
          <Button look="main" type="submit" busy={isBusy}>
            {text('later.do')}
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  )
}
