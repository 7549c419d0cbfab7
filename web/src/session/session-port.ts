import type { IM, IMError } from '@parley/client/browser'

export interface SignInInput {
  handle: string
  password: string
}

export interface RegisterInput extends SignInInput {
  displayName: string
  locale: string
}

/**
 * Who this browser is. The secrets stay behind it: the page never sees a refresh token.
 * What it throws is an IMError.
 */
export interface SessionPort {
  /** The client of the account that this browser is signed in to; undefined: nobody is. Works offline. */
  restore(): Promise<IM | undefined>
  register(input: RegisterInput): Promise<IM>
  signIn(input: SignInInput): Promise<IM>
  /** Ends this device or all of the account. Offline the device ends here, and on the server when its token does. */
  signOut(im: IM, input: { everywhere: boolean }): Promise<void>
}

/** Where the page stands with its account. */
export type Phase =
  | { readonly name: 'starting' }
  /** `ended`: it was signed in, and is not any more without having asked for it. */
  | { readonly name: 'signedOut'; readonly ended: IMError | undefined }
  | { readonly name: 'signedIn'; readonly im: IM }
