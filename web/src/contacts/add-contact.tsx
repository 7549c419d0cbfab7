import { useText } from '../i18n/use-text.ts'
import { FindDialog } from './find-dialog.tsx'
import { go } from '../routes/router.ts'

/** Finds somebody by exact name, to look at them and ask them. */
export function AddContact({ onClose }: { onClose: () => void }) {
  const { text } = useText()
  return (
    <FindDialog
      title={text('contacts.add')}
      action={text('contacts.find')}
      onFound={(account) => go({ name: 'person', account })}
      onClose={onClose}
    />
  )
}
