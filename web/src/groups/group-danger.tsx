import { useState } from 'react'
import { useText } from '../i18n/use-text.ts'
import { Button } from '../kit/button.tsx'
import { Confirm } from '../kit/confirm.tsx'
import { Icon } from '../kit/icon.tsx'
import { errorText } from '../session/error-text.ts'
import { go } from '../routes/router.ts'
import styles from './group-page.module.css'
import { useGroups, type OpenGroup } from './use-group.ts'

/** Leave, or end it for everybody. Each asks before. */
export function GroupDanger({ group }: { group: OpenGroup }) {
  const { text } = useText()
  const groups = useGroups()
  const { id, facts, may } = group
  const [asking, setAsking] = useState<'leave' | 'dissolve'>()
  return (
    <div className={styles.danger}>
      {may('leave') && (
        <Button look="quiet" onPress={() => setAsking('leave')}>
          <Icon name="leave" size={18} />
          {text('groups.leave')}
        </Button>
      )}
      {may('dissolve') && (
        <>
          <Button look="quiet" onPress={() => setAsking('dissolve')}>
            <Icon name="discard" size={18} />
            {text('groups.dissolve')}
          </Button>
          {facts.members > 1 && <p className={styles.hint}>{text('groups.ownerLeaves')}</p>}
        </>
      )}
      {asking !== undefined && (
        <Confirm
          title={text(`groups.${asking}Title`, { name: facts.name })}
          hint={text(`groups.${asking}Hint`)}
          action={text(`groups.${asking}`)}
          describe={(thrown) => errorText(text, thrown)}
          onConfirm={async () => {
            await groups[asking](id)
            go({ name: 'conversation', id }, { replace: true })
          }}
          onClose={() => setAsking(undefined)}
        />
      )}
    </div>
  )
}
