import cookie from '@fastify/cookie'
import { commands, tokenBytes, uuidFromText, wire } from '@parley/protocol'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { Type, type Static } from 'typebox'
import type { Answer, CommandPort, Origin } from '../../commands/port.ts'
import { refuse } from './http-refusal.ts'

export interface AuthRoutesOptions {
  commands: Pick<CommandPort, 'greet'>
  /** The client's address, after declared proxies. */
  addressOf(request: FastifyRequest): string
  /** Whether a page of this origin may call. */
  originAllowed(request: FastifyRequest): boolean
  /** Whether browsers reach us by https. */
  secure: boolean
  /** Ends the device of a refresh token. */
  signOut(address: string, refreshToken: Uint8Array): Promise<void>
}

const cookieName = 'parley_refresh'
const cookiePath = '/api/auth'
const bodyBytesMax = 8_192
const text = Type.String({ maxLength: 2_048 })
const Device = Type.Object({ deviceClass: Type.Integer({ minimum: 1, maximum: 6 }), name: text })
const SignIn = Type.Object({ handle: text, password: text, device: Device, requestKey: text })
const Register = Type.Object({
  handle: text,
  password: text,
  displayName: Type.Optional(text),
  locale: Type.Optional(text),
  device: Device,
  requestKey: text,
})

/**
 * Register, sign in, refresh and sign out for browsers: the refresh token stays in an HttpOnly cookie on its own path,
 * the access token goes to the page, which keeps it in memory only.
 */
export async function authRoutes(app: FastifyInstance, options: AuthRoutesOptions): Promise<void> {
  await app.register(cookie)
  app.addHook('onRequest', async (request, reply) => {
    reply.header('cache-control', 'no-store')
    if (request.url.startsWith(cookiePath) && !options.originAllowed(request))
      return refuse(reply, 'FORBIDDEN')
  })

  const route = { bodyLimit: bodyBytesMax }
  app.post(
    `${cookiePath}/register`,
    { ...route, schema: { body: Register } },
    async (request, reply) => {
      const { requestKey, ...rest } = request.body as Static<typeof Register>
      const key = uuidFromText(requestKey)
      const body = wire.RegisterRequest.encode({
        ...rest,
        requestKey: key ?? new Uint8Array(),
      }).finish()
      return greet(request, reply, commands.register.id, body)
    },
  )
  app.post(
    `${cookiePath}/sign-in`,
    { ...route, schema: { body: SignIn } },
    async (request, reply) => {
      const { requestKey, ...rest } = request.body as Static<typeof SignIn>
      const key = uuidFromText(requestKey)
      const body = wire.SignInRequest.encode({
        ...rest,
        requestKey: key ?? new Uint8Array(),
      }).finish()
      return greet(request, reply, commands.signIn.id, body)
    },
  )
  app.post(`${cookiePath}/refresh`, route, async (request, reply) => {
    const refreshToken = cookieToken(request)
    if (refreshToken === undefined) return refuse(reply, 'TOKEN_INVALID')
    return greet(
      request,
      reply,
      commands.refresh.id,
      wire.RefreshRequest.encode({ refreshToken }).finish(),
    )
  })
  app.post(`${cookiePath}/sign-out`, route, async (request, reply) => {
    const refreshToken = cookieToken(request)
    if (refreshToken !== undefined) await options.signOut(options.addressOf(request), refreshToken)
    reply.clearCookie(cookieName, { path: cookiePath })
    return {}
  })

  async function greet(
    request: FastifyRequest,
    reply: FastifyReply,
    command: number,
    body: Uint8Array,
  ) {
    const origin: Origin = { ...nowhere, address: options.addressOf(request) }
    const { answer } = await options.commands.greet(origin, command, body)
    if (!answer.ok) return refuseWith(reply, answer)
    const made = wire.Credentials.decode(answer.body)
    reply.setCookie(cookieName, toText(made.refreshToken), {
      path: cookiePath,
      httpOnly: true,
      sameSite: 'strict',
      secure: options.secure,
      expires: new Date(made.refreshExpiresMs),
    })
    const { account, handle, device, accessToken, accessExpiresMs } = made
    return { account, handle, device, accessToken: toText(accessToken), accessExpiresMs }
  }

  function refuseWith(reply: FastifyReply, answer: Answer & { ok: false }) {
    const { message, retryAfterMs } = wire.ErrorBody.decode(answer.body)
    if (answer.error === 'TOKEN_INVALID') reply.clearCookie(cookieName, { path: cookiePath })
    return refuse(reply, answer.error, message, retryAfterMs)
  }
}

/** A request without a connection: nothing is ever pushed to it. */
const nowhere: Omit<Origin, 'address'> = {
  transport: 'longPoll',
  outlet: { node: 'http', push() {}, close() {} },
  connection: 0,
}

function cookieToken(request: FastifyRequest): Uint8Array | undefined {
  const value = request.cookies[cookieName]
  if (value === undefined) return undefined
  const token = Buffer.from(value, 'base64url')
  return token.length === tokenBytes ? token : undefined
}

function toText(token: Uint8Array): string {
  return Buffer.from(token).toString('base64url')
}
