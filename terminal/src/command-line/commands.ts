import {
  dataOption,
  jsonOption,
  passwordOptions,
  serverOptions,
  timeoutOption,
  type OptionRows,
} from './options.ts'
import type { Invocation } from './invocation.ts'

export interface CommandRow {
  readonly summary: string
  /** What comes after the name, as help shows it. */
  readonly usage: string
  readonly options: OptionRows
  /** How many words without dashes it takes. */
  readonly wordsMax?: number
  /** Takes options that the table does not know as well: the server's settings. */
  readonly isOpen?: boolean
  /** More lines for its help. */
  readonly notes?: readonly string[]
  /** Loaded only when it runs: a script that sends pays for nothing else. */
  load(): Promise<{ run(invocation: Invocation): Promise<number> }>
}

const who = '--server URL --as HANDLE'
const client = { ...serverOptions, ...passwordOptions, ...jsonOption }
const passwordNote =
  'Without a stored device (see login) the password comes from --password-stdin, PARLEY_PASSWORD or a prompt, and the device made with it is signed out at the end.'

/** Every command. The order is that of the help. */
export const commands = {
  serve: {
    summary: 'Run a server.',
    usage: '[--data DIR] [--port N] [--tcp-port N] …',
    options: {},
    isOpen: true,
    load: () => import('../commands/serve.ts'),
  },
  register: {
    summary: 'Create an account.',
    usage: `${who} [--display-name NAME] [--locale TAG] [--save]`,
    options: {
      ...client,
      'display-name': { value: 'NAME', doc: 'The name that others see. Default: the handle.' },
      locale: { value: 'TAG', doc: 'Language, such as en or zh-CN.' },
      save: { doc: 'Store the new device for later calls, as login does.' },
      ...timeoutOption('15s', 'How long to try to reach the server.'),
    },
    notes: ['A prompted password is asked for twice.'],
    load: () => import('../commands/register.ts'),
  },
  login: {
    summary: 'Sign in and keep the device, so that later calls need no password.',
    usage: who,
    options: { ...client, ...timeoutOption('15s', 'How long to try to reach the server.') },
    notes: [
      'The device is kept in the configuration folder ($XDG_CONFIG_HOME/parley, ~/.config/parley), one for each server and handle, readable by you alone. A stored device of the same server and handle is replaced and ended.',
    ],
    load: () => import('../commands/login.ts'),
  },
  logout: {
    summary: 'Sign the stored device out and forget it.',
    usage: who,
    options: {
      ...serverOptions,
      ...jsonOption,
      ...timeoutOption('15s', 'How long to try to reach the server.'),
    },
    load: () => import('../commands/logout.ts'),
  },
  send: {
    summary: 'Send a text, a file, or each line of standard input.',
    usage: `${who} --to HANDLE [--file PATH] [--text TEXT] [--at TIME] [--client-id UUIDv7]`,
    options: {
      ...client,
      to: { value: 'HANDLE', doc: 'Whom to write to, or group:GROUP.' },
      file: { value: 'PATH', doc: 'A file; --text is its caption then.' },
      plain: { doc: 'With --file: for saving only, also where it could be shown or played.' },
      text: { value: 'TEXT', doc: 'What to send. Without it: each line of standard input.' },
      at: {
        value: 'TIME',
        doc: 'With --text: the server keeps it and sends it then. +10m, or 2027-01-31T09:00; see scheduled.',
      },
      mention: {
        value: 'A,B',
        doc: 'With --text, which says @A and @B: names these handles, or all.',
      },
      reply: { value: 'N', doc: 'The message that it answers.' },
      burn: { value: 'TIME', doc: 'It erases itself for everybody so long after it was read.' },
      'client-id': {
        value: 'UUIDv7',
        doc: 'The id of the message: the same command again sends nothing twice. Needs --text or --file.',
      },
      ...timeoutOption('60s', 'Give up when nothing was acknowledged for this long.'),
    },
    notes: [
      'Prints a line for each message once it is durably stored, in order. While the server is away it reconnects and goes on. Empty lines are passed over.',
      'The first message that is refused for good ends it: everything before is stored, nothing after. Status 5: gave up, and what was not acknowledged is listed.',
      'A file is uploaded first, and goes on by itself where the connection is cut. Pictures lose what they say of place and camera.',
      passwordNote,
    ],
    load: () => import('../commands/send.ts'),
  },
  message: {
    summary: 'Edit, recall, answer by emoji, pin or forward a message; list what is pinned.',
    usage: `edit | recall | react | unreact | pin | unpin | forward | pins ${who} --to HANDLE [--seq N]`,
    options: {
      ...client,
      to: { value: 'HANDLE', doc: 'The other side of the conversation, or group:GROUP.' },
      seq: { value: 'N', doc: 'The message. With forward: N,N for several.' },
      text: { value: 'TEXT', doc: 'With edit: what it says instead.' },
      emoji: { value: 'EMOJI', doc: 'With react, unreact.' },
      into: { value: 'HANDLE', doc: 'With forward: whom to say it to, or group:GROUP.' },
      merged: { doc: 'With forward: all of them as one message.' },
      title: { value: 'TEXT', doc: 'With forward --merged: its title.' },
      ...timeoutOption('15s', 'How long to try to reach the server.'),
    },
    wordsMax: 1,
    notes: [
      'Prints what was stored, as send does; pins prints the pinned messages as history does, pinned last first. Everybody in the conversation sees it. A forward is a copy: what becomes of the message later does not reach it.',
      passwordNote,
    ],
    load: () => import('../commands/message.ts'),
  },
  scheduled: {
    summary: 'List the messages that wait for their time, or cancel, move or send one.',
    usage: `[list | cancel | now | move] [ID] ${who} [--at TIME]`,
    options: {
      ...client,
      at: { value: 'TIME', doc: 'With move: the new time. +10m, or 2027-01-31T09:00.' },
      ...timeoutOption('15s', 'How long to try to reach the server.'),
    },
    wordsMax: 2,
    notes: [
      'Prints what waits afterwards. One that was refused when its time came says why, and stays until it is cancelled, moved or sent.',
      passwordNote,
    ],
    load: () => import('../commands/scheduled.ts'),
  },
  get: {
    summary: 'Save the files of a message.',
    usage: `${who} --to HANDLE --seq N [--out PATH]`,
    options: {
      ...client,
      to: { value: 'HANDLE', doc: 'The other side of the conversation, or group:GROUP.' },
      seq: { value: 'N', doc: 'The message.' },
      id: { value: 'FILE', doc: 'A file by its id, instead of --to and --seq.' },
      out: { value: 'PATH', doc: 'A folder, or a name that is free. Default: this folder.' },
      ...timeoutOption('15s', 'How long to try to reach the server.'),
    },
    notes: [
      'Nothing is overwritten. The same command again goes on where an interrupted one ended.',
      passwordNote,
    ],
    load: () => import('../commands/get.ts'),
  },
  tail: {
    summary: 'Print entries as they come, until stopped.',
    usage: `${who} [--to HANDLE [--from SEQ]]`,
    options: {
      ...client,
      to: { value: 'HANDLE', doc: 'Only the conversation with this account, or group:GROUP.' },
      from: { value: 'SEQ', doc: 'Begin with this entry instead of the next one. Needs --to.' },
    },
    notes: [
      'Every entry once and in order within its conversation, whatever happens to the connection; your own from every device included. Without --to: every conversation, also those that begin meanwhile. What is printed counts as delivered.',
      'Ctrl-C or SIGTERM ends it with status 0.',
      passwordNote,
    ],
    load: () => import('../commands/tail.ts'),
  },
  history: {
    summary: 'Print the entries of a conversation.',
    usage: `${who} --to HANDLE [--from SEQ] [--limit N]`,
    options: {
      ...client,
      to: { value: 'HANDLE', doc: 'The other side of the conversation, or group:GROUP.' },
      from: { value: 'SEQ', doc: 'The first entry to print.' },
      limit: {
        value: 'N',
        doc: 'At most so many: with --from the ones from there on, else the newest. Default: all.',
      },
      ...timeoutOption('15s', 'How long to try to reach the server.'),
    },
    notes: ['Oldest first. A conversation that does not exist has no entries.', passwordNote],
    load: () => import('../commands/history.ts'),
  },
  search: {
    summary: 'Find messages, or people and groups.',
    usage: `${who} --text WORDS [--to HANDLE | --names] [--limit N]`,
    options: {
      ...client,
      text: {
        value: 'WORDS',
        doc: 'Whole words, the last one by its beginning; Chinese from two characters.',
      },
      to: { value: 'HANDLE', doc: 'Only in the conversation with this account, or group:GROUP.' },
      names: { doc: 'People and groups by name, handle, remark or pinyin instead of messages.' },
      limit: { value: 'N', doc: 'At most so many. Default: 20.' },
      ...timeoutOption('15s', 'How long to try to reach the server.'),
    },
    notes: [
      'Newest first, from every conversation of yours. The newest messages may be missing for two seconds.',
      passwordNote,
    ],
    load: () => import('../commands/search.ts'),
  },
  conversation: {
    summary: 'List conversations; pin, mute, mark, archive or hide one; delete in it for yourself.',
    usage: `[list | pin | unpin | mute | unmute | mark-unread | unmark | archive | unarchive | hide | unhide | delete] [HANDLE | group:GROUP] ${who}`,
    options: {
      ...client,
      for: { value: 'TIME', doc: 'With mute: how long, such as 8h. Default: for ever.' },
      seq: { value: 'N,N', doc: 'With delete: these messages.' },
      'up-to': { value: 'N', doc: 'With delete: everything up to this one.' },
      ...timeoutOption('15s', 'How long to try to reach the server.'),
    },
    wordsMax: 2,
    notes: [
      'What you change is yours alone, on all your devices; it prints how the conversation stands then. A new message brings back what is hidden, and what is archived unless it is muted. What is deleted stays for the others, and nothing brings it back to you.',
      passwordNote,
    ],
    load: () => import('../commands/conversation.ts'),
  },
  contact: {
    summary: 'List contacts, or ask, answer, block and name one.',
    usage: `[list | request | accept | refuse | withdraw | remove | block | unblock | set] [HANDLE] ${who}`,
    options: {
      ...client,
      greeting: { value: 'TEXT', doc: 'With request: what to say.' },
      remark: {
        value: 'TEXT',
        doc: 'With set: your own name for the account; empty takes it away.',
      },
      tags: { value: 'A,B', doc: 'With set: words to group by; empty takes them away.' },
      ...timeoutOption('15s', 'How long to try to reach the server.'),
    },
    wordsMax: 2,
    notes: [
      'Prints how the account stands to you afterwards. A request reaches who is offline; one from the other side is accepted by asking too.',
      passwordNote,
    ],
    load: () => import('../commands/contact.ts'),
  },
  group: {
    summary: 'List groups, make one, or act on one.',
    usage: `[VERB] [GROUP] [HANDLE | TEXT] ${who}`,
    options: {
      ...client,
      members: { value: 'A,B', doc: 'With create: handles of who is in it from the start.' },
      role: { value: 'ROLE', doc: 'With role: admin or member.' },
      for: {
        value: 'TIME',
        doc: 'With mute (default 24h) and link (default: for ever): how long.',
      },
      uses: { value: 'N', doc: 'With link: how many may join by it. Default: any number.' },
      seq: { value: 'N', doc: 'With readers: the message.' },
      unread: { doc: 'With readers: who has not read it.' },
      text: { value: 'TEXT', doc: 'With join: what to say to who answers.' },
      'invite-from': { value: 'ROLE', doc: 'With create, set: the least role that adds members.' },
      'mention-all-from': {
        value: 'ROLE',
        doc: 'With create, set: the least role that names everybody.',
      },
      'approve-joins': { value: 'on|off', doc: 'With create, set: who comes by a link waits.' },
      'history-from-start': {
        value: 'on|off',
        doc: 'With create, set: who joins sees what was said before.',
      },
      ...timeoutOption('15s', 'How long to try to reach the server.'),
    },
    wordsMax: 3,
    notes: [
      'list; create NAME; show, members, readers, links, requests, link, leave, dissolve, mute-all, unmute-all, set GROUP; invite, remove GROUP A,B; role, transfer, mute, unmute, accept, refuse GROUP HANDLE; rename, announce, nickname, remark GROUP TEXT; unlink GROUP TOKEN; look, join TOKEN.',
      'GROUP is its id, its name or your remark for it. To write to one and read it: --to group:GROUP in send, get, tail, history, search and chat.',
      passwordNote,
    ],
    load: () => import('../commands/group.ts'),
  },
  account: {
    summary: 'Show and change what the account has settled for itself.',
    usage: `${who} [--status STATUS] [--findable-by WHO] [--writable-by WHO] [--last-seen-by WHO]`,
    options: {
      ...client,
      status: { value: 'STATUS', doc: 'online, busy, away or invisible.' },
      'findable-by': { value: 'WHO', doc: 'everybody, or contacts: who finds you by your handle.' },
      'writable-by': { value: 'WHO', doc: 'everybody, or contacts: who may write to you.' },
      'last-seen-by': {
        value: 'WHO',
        doc: 'everybody, contacts or nobody: who sees when you were last online.',
      },
      ...timeoutOption('15s', 'How long to try to reach the server.'),
    },
    notes: [passwordNote],
    load: () => import('../commands/account.ts'),
  },
  chat: {
    summary: 'Chat on the full screen.',
    usage: `${who} [--to HANDLE]`,
    options: {
      ...serverOptions,
      ...passwordOptions,
      to: { value: 'HANDLE', doc: 'Open the conversation with this account, or group:GROUP.' },
      lang: {
        value: 'en|zh',
        doc: 'Language of the screen. Default: by LC_ALL, LC_MESSAGES, LANG.',
      },
    },
    notes: [
      'The keys stand at the foot of the screen; Esc goes to the newest message.',
      passwordNote,
    ],
    load: () => import('../commands/chat.ts'),
  },
  backup: {
    summary: 'Copy the store into a file, also while the server runs.',
    usage: '[--data DIR] FILE',
    options: {
      ...dataOption,
      to: { value: 'FILE', doc: 'The file to make, instead of naming it last.' },
      ...jsonOption,
    },
    wordsMax: 1,
    load: () => import('../commands/backup.ts'),
  },
  restore: {
    summary: 'Put a backup in the place of the store. The server must be stopped.',
    usage: '[--data DIR] FILE',
    options: {
      ...dataOption,
      from: { value: 'FILE', doc: 'The backup, instead of naming it last.' },
      ...jsonOption,
    },
    wordsMax: 1,
    notes: [
      'The former store is kept beside it. Devices whose refresh token rotated after the backup must sign in again (what they have not sent yet is kept), and revocations made after it are undone.',
    ],
    load: () => import('../commands/restore.ts'),
  },
  admin: {
    summary: 'Look after a server, on its own machine.',
    usage:
      'status | accounts | restart-logic | account HANDLE | reset-password HANDLE | end-devices HANDLE | api-keys | create-api-key NAME --scopes … | revoke-api-key KEY  [--data DIR]',
    options: {
      ...dataOption,
      ...passwordOptions,
      ...jsonOption,
      scopes: {
        value: 'LIST',
        doc: 'What a new API key is for: accounts, messages, history, groups, webhooks, with commas between.',
      },
    },
    wordsMax: 2,
    notes: [
      'reset-password takes the new password from --password-stdin, PARLEY_PASSWORD or a prompt and ends every device of the account.',
      'restart-logic starts the process with the rules anew, from the sources that are there now. It needs a server with --access-processes; no connection ends.',
    ],
    load: () => import('../commands/admin.ts'),
  },
  doctor: {
    summary: 'Check this machine and a data folder, and say what to do.',
    usage: '[--data DIR] [--store] [--port N] [--tcp-port N] [--tls-cert FILE --tls-key FILE] …',
    options: {
      store: { doc: 'Read and verify the whole store as well. Takes its time.' },
      ...jsonOption,
    },
    isOpen: true,
    notes: [
      'Takes the settings of serve. Status 1: something is wrong; warnings alone end with status 0.',
    ],
    load: () => import('../commands/doctor.ts'),
  },
} as const satisfies Record<string, CommandRow>

export type CommandName = keyof typeof commands

export function findCommand(name: string): CommandRow | undefined {
  return Object.hasOwn(commands, name) ? commands[name as CommandName] : undefined
}
