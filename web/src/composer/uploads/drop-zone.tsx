import { useEffect, useRef, useState } from 'react'
import { useText } from '../../i18n/use-text.ts'
import { Icon } from '../../kit/icon.tsx'
import styles from './drop-zone.module.css'

const carriesFiles = (event: DragEvent) => event.dataTransfer?.types.includes('Files') === true

/** Takes files that are dropped anywhere on the conversation. */
export function DropZone({ onFiles }: { onFiles: (files: File[]) => void }) {
  const { text } = useText()
  const spot = useRef<HTMLDivElement>(null)
  const [isOver, setOver] = useState(false)
  const latest = useRef(onFiles)
  useEffect(() => {
    latest.current = onFiles
  })
  useEffect(() => {
    const place = spot.current?.closest<HTMLElement>('[data-chat]')
    if (place === null || place === undefined) return undefined
    const over = (event: DragEvent) => {
      if (!carriesFiles(event)) return
      event.preventDefault()
      setOver(true)
    }
    const leave = (event: DragEvent) => {
      // Going from one part to another is not leaving.
      if (!place.contains(event.relatedTarget as Node | null)) setOver(false)
    }
    const drop = (event: DragEvent) => {
      setOver(false)
      if (!carriesFiles(event)) return
      event.preventDefault()
      latest.current([...(event.dataTransfer?.files ?? [])])
    }
    place.addEventListener('dragenter', over)
    place.addEventListener('dragover', over)
    place.addEventListener('dragleave', leave)
    place.addEventListener('drop', drop)
    return () => {
      place.removeEventListener('dragenter', over)
      place.removeEventListener('dragover', over)
      place.removeEventListener('dragleave', leave)
      place.removeEventListener('drop', drop)
    }
  }, [])
  return (
    <div ref={spot} className={styles.spot}>
      {isOver && (
        <div className={styles.zone} data-drop="">
          <Icon name="attach" size={28} />
          {text('attach.dropHere')}
        </div>
      )}
    </div>
  )
}
