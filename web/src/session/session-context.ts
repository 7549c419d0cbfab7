import type { IM } from '@parley/client/browser'
import { createContext, useContext } from 'react'
import type { Session } from './session.ts'

export const SessionContext = createContext<Session | undefined>(undefined)
export const IMContext = createContext<IM | undefined>(undefined)

export function useSession(): Session {
  const session = useContext(SessionContext)
  if (session === undefined) throw new Error('No session around this component')
  return session
}

/** The client of the account that is signed in. */
export function useIM(): IM {
  const im = useContext(IMContext)
  if (im === undefined) throw new Error('Nobody is signed in around this component')
  return im
}
