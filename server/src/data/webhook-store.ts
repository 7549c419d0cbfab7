/** An integrator's address that is told what happens. */
export interface Webhook {
  id: number
  url: string
  /** By which what is sent is signed; 32 bytes. */
  secret: Uint8Array
  createdMs: number
  isPaused: boolean
}

export interface WebhookStore {
  /** @throws Refusal LIMIT_REACHED beyond webhooksMax. */
  create(webhook: Webhook): Promise<void>
  byId(id: number): Promise<Webhook | undefined>
  /** Oldest first. */
  list(): Promise<Webhook[]>
  /** @returns false when there is none. */
  setPaused(id: number, isPaused: boolean): Promise<boolean>
  remove(id: number): Promise<boolean>
}

export const webhooksMax = 20
