import { useRef } from 'react'
import { useText } from '../i18n/use-text.ts'
import { IconButton } from '../kit/icon-button.tsx'

export interface AttachButtonProps {
  onFiles: (files: File[]) => void
  className?: string | undefined
}

/** Opens the picker of the system: files, and on a phone its pictures and camera. */
export function AttachButton({ onFiles, className }: AttachButtonProps) {
  const { text } = useText()
  const input = useRef<HTMLInputElement>(null)
  return (
    <>
      <IconButton
        icon="attach"
        label={text('attach.add')}
        onPress={() => input.current?.click()}
        className={className}
      />
      <input
        ref={input}
        type="file"
        multiple
        hidden
        aria-label={text('attach.add')}
        onChange={(event) => {
          const { currentTarget } = event
          const files = [...(currentTarget.files ?? [])]
          // The same file again is a change again.
          currentTarget.value = ''
          if (files.length > 0) onFiles(files)
        }}
      />
    </>
  )
}
