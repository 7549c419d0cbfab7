// The one place that names the SDK for one-shot commands: only its lower half, so that they start fast.
export * from '@parley/client/node/session'
