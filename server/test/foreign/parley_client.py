"""A Parley client that shares no code with the project: written from docs/protocol.md and protocol/proto alone.

Needs Debian's python3-protobuf, and in the module path what `protoc --python_out` makes of protocol/proto.
"""
import json
import os
import random
import secrets
import select
import time

from parley.v1 import account_pb2, common_pb2, entry_body_pb2, login_pb2, message_pb2, sync_pb2
from parley_wire import BEHIND, CLOSE, ERROR, MORE_FOLLOWS, ONE_WAY, PING, PONG, PUSH, REQUEST, RESPONSE
from parley_wire import Closed, Lost

REGISTER, SIGN_IN, REFRESH, LOGIN, RESUME = 0x0101, 0x0102, 0x0103, 0x0104, 0x0105
FIND_ACCOUNT, SEND, PULL, SYNC = 0x0115, 0x0201, 0x0202, 0x0301
RECEIVED, READ, TYPING = 0x0210, 0x0211, 0x0212
ENTRY_PUSH, CURSOR_PUSH, TYPING_PUSH, SYNC_HINT = 0x0280, 0x0281, 0x0282, 0x0380
RETRY_NEVER, RETRY_LATER, RETRY_LOGIN = range(3)
TOKEN_INVALID, RESUME_FAILED, ID_AHEAD = 23, 24, 43
SYNC_EVERY_S, BACKOFF_S, BACKOFF_MAX_S, STABLE_S = 300, 0.5, 30, 60


class Refused(Exception):
    def __init__(self, error):
        super().__init__(error.name)
        self.error = error


class Conversation:
    """A window on one log: what is known of it, and up to where it was shown."""

    def __init__(self):
        self.known = {}  # seq -> Entry, or None: nothing to us
        self.held = 0
        self.head = 0
        self.cursors = {}  # account -> [delivered, read]
        self.wanted_read = 0

    def cursor(self, account, delivered, read):
        old = self.cursors.get(account, [0, 0])
        self.cursors[account] = [max(old[0], delivered), max(old[1], read)]

    def take(self, entry):
        old = self.known.get(entry.seq)
        if old is None or entry.changed > old.changed:
            self.known[entry.seq] = entry
        self.head = max(self.head, entry.seq)


class Client:
    def __init__(self, state_file, say, watch=()):
        """`say` gets every event; `watch` is what else `pump` wakes up for."""
        self.state_file, self.say, self.watch = state_file, say, list(watch)
        self.wire = None
        self.dial = None  # makes a connection
        self.online = False  # whether we want to be connected
        self.attempts = 0
        self.open_at = 0.0
        self.opened_at = 0.0
        self.next_id = 0
        self.replies = {}  # request id -> function of (flags, body)
        self.parts = {}
        self.sync_due = False
        self.resend_at = None
        self.in_flight = set()
        self.entries_per_conversation = 20
        self.conversations_max = 0
        self.server_ms = time.time() * 1000 - time.monotonic() * 1000
        self.resume = None  # (session, key)
        self.heartbeat_s, self.push_ack_s = 15.0, 5.0
        self.last_push = self.acked_push = 0
        self.credentials = account_pb2.Credentials()
        self.generation = self.token = b''
        self.conversations = {}
        self.outbox = []  # {'id', 'fifo', 'request'}; the request as encoded without `after`
        self.acked = {}  # client id -> encoded request, to be able to repeat one
        self.told = {}  # (conversation, note) -> the cursor last said on this connection
        self.load()

    # --- what is kept ---

    def load(self):
        if not os.path.exists(self.state_file):
            return
        with open(self.state_file, encoding='utf-8') as file:
            state = json.load(file)
        self.credentials.ParseFromString(bytes.fromhex(state['credentials']))
        self.generation, self.token = bytes.fromhex(state['generation']), bytes.fromhex(state['token'])
        self.outbox = [{**item, 'request': bytes.fromhex(item['request'])} for item in state['outbox']]
        for key, kept in state['conversations'].items():
            conversation = self.conversations[int(key)] = Conversation()
            conversation.held, conversation.head, conversation.wanted_read = kept['held'], kept['head'], kept['read']
            for seq, entry in kept['known'].items():
                conversation.known[int(seq)] = message_pb2.Entry.FromString(bytes.fromhex(entry)) if entry else None

    def save(self):
        """One atomic write for everything: the sync token never gets ahead of the data."""
        state = {
            'credentials': self.credentials.SerializeToString().hex(),
            'generation': self.generation.hex(),
            'token': self.token.hex(),
            'outbox': [{**item, 'request': item['request'].hex()} for item in self.outbox],
            'conversations': {
                key: {
                    'held': kept.held, 'head': kept.head, 'read': kept.wanted_read,
                    'known': {seq: entry.SerializeToString().hex() if entry else '' for seq, entry in kept.known.items()},
                }
                for key, kept in self.conversations.items()
            },
        }
        with open(self.state_file + '.new', 'w', encoding='utf-8') as file:
            json.dump(state, file)
            file.flush()
            os.fsync(file.fileno())
        os.replace(self.state_file + '.new', self.state_file)

    # --- ids ---

    def mint(self):
        millis = int(self.server_ms + time.monotonic() * 1000)
        tail = bytearray(secrets.token_bytes(10))
        tail[0] = 0x70 | (tail[0] & 15)
        tail[2] = 0x80 | (tail[2] & 63)
        return millis.to_bytes(6, 'big') + bytes(tail)

    # --- requests ---

    def request(self, command, message, on_reply):
        self.next_id = self.next_id % 0xFFFF_FFFF + 1
        self.replies[self.next_id] = on_reply
        self.wire.write(REQUEST, command, self.next_id, message)

    def call(self, command, message, reply_class):
        """Gives a command and works on until its response is there."""
        if self.wire is None:
            raise Lost('offline')
        answer = []
        self.request(command, message, lambda flags, body: answer.append((flags, body)))
        while not answer:
            self.pump()
        flags, body = answer[0]
        if flags & ERROR:
            raise Refused(common_pb2.ErrorBody.FromString(body))
        return reply_class.FromString(body)

    def pump(self, until=None):
        """Takes what comes until a ping is due, or `until`; then pings where it is due. True: what is watched is ready."""
        now = time.monotonic()
        if now > self.heard_at + 2 * self.heartbeat_s:
            raise Lost('silence')
        unacked = self.last_push > self.acked_push
        ping_at = self.pinged_at + min(self.heartbeat_s, self.push_ack_s / 2 if unacked else self.heartbeat_s)
        if self.in_session and now >= ping_at:
            self.ping()
            ping_at = now + self.heartbeat_s
        ready = [self.wire] if self.wire.waiting() else []
        if not ready:
            wait = max(0.0, min(ping_at, until or ping_at, self.heard_at + 2 * self.heartbeat_s) - now)
            watched = [self.wire.socket] + (self.watch if until is not None else [])
            ready = select.select(watched, [], [], wait)[0]
        if self.wire in ready or self.wire.socket in ready:
            self.heard_at = time.monotonic()
            for frame in self.wire.read():
                self.take(*frame)
        return any(watched in ready for watched in self.watch)

    def ping(self):
        self.wire.write(PING, 0, self.last_push)
        self.acked_push = self.last_push
        self.pinged_at = time.monotonic()

    def take(self, kind, flags, command, number, body):
        if kind == RESPONSE:
            joined = self.parts.pop(number, b'') + body
            if flags & MORE_FOLLOWS:
                self.parts[number] = joined
            else:
                self.replies.pop(number)(flags, joined)
        elif kind == PUSH:
            self.take_push(command, number, body)
        elif kind == PONG:
            self.say('pong', number=number, behind=bool(flags & BEHIND), received=self.last_push)
            self.sync_due |= bool(flags & BEHIND) or number > self.last_push
        elif kind == CLOSE:
            raise Closed(common_pb2.CloseBody.FromString(body))

    # --- the life of a connection ---

    def connect(self):
        self.wire = self.dial()
        self.replies, self.parts, self.in_flight, self.told = {}, {}, set(), {}
        self.last_push = self.acked_push = 0
        self.heard_at = self.pinged_at = time.monotonic()
        self.in_session = False

    def open(self):
        self.attempts += 1
        self.connect()
        reply, how = self.resume_or_login()
        self.in_session, self.opened_at = True, time.monotonic()
        self.resume = (reply.session, reply.resume_key)
        self.server_ms = reply.server_time_ms - time.monotonic() * 1000
        self.heartbeat_s, self.push_ack_s = reply.heartbeat_ms / 1000, reply.limits.push_ack_ms / 1000
        self.meet(reply.generation)
        self.say('open', how=how, session=reply.session, epoch=reply.epoch, account=reply.account.profile.account)
        self.sync()
        self.resend_at = 0.0

    def resume_or_login(self):
        if self.resume:
            (session, key), self.resume = self.resume, None
            request = login_pb2.ResumeRequest(session=session, resume_key=key)
            try:
                return self.call(RESUME, request, login_pb2.LoginReply), 'resume'
            except Refused as refused:
                if refused.error.code != RESUME_FAILED:
                    raise
        try:
            return self.login(), 'login'
        except Refused as refused:
            if refused.error.code != TOKEN_INVALID:
                raise
        self.refresh()
        return self.login(), 'refresh'

    def login(self):
        request = login_pb2.LoginRequest(access_token=self.credentials.access_token, client='foreign-python/1')
        return self.call(LOGIN, request, login_pb2.LoginReply)

    def refresh(self):
        request = account_pb2.RefreshRequest(refresh_token=self.credentials.refresh_token)
        self.credentials = self.call(REFRESH, request, account_pb2.Credentials)
        self.save()

    def meet(self, generation):
        if self.generation and generation != self.generation:
            self.token = b''
            self.conversations.clear()
        self.generation = generation

    def lost(self, error):
        if self.wire:
            self.wire.close()
            self.wire = None
        delay = 0.0
        if isinstance(error, Closed):
            body = error.body
            delay = body.delay_ms / 1000
            self.online = body.reconnect == 1
            if body.reconnect == 2:
                self.resume = None
            self.say('closed', code=body.code, name=body.name, reconnect=body.reconnect, delayMs=body.delay_ms)
        else:
            self.say('lost', why=str(error))
        if self.opened_at and time.monotonic() - self.opened_at > STABLE_S:
            self.attempts = 0
        self.opened_at = 0.0
        backoff = random.uniform(0, min(BACKOFF_MAX_S, BACKOFF_S * 2 ** self.attempts))
        self.open_at = time.monotonic() + max(delay, backoff)

    # --- catching up ---

    def sync(self):
        self.sync_due = False
        self.synced_at = time.monotonic()
        pages, page, full = 0, b'', False
        changed = []
        while True:
            reply = self.call(SYNC, sync_pb2.SyncRequest(
                token=self.token, page=page, entries_per_conversation=self.entries_per_conversation,
                conversations_max=self.conversations_max), sync_pb2.SyncReply)
            self.meet(reply.generation)
            if reply.full and not full:
                full = True
                self.conversations.clear()
            for conversation in reply.conversations:
                self.apply(conversation)
                changed.append(conversation.conversation)
            pages, page = pages + 1, reply.next_page
            if not page:
                break
        self.token = reply.token
        self.fill_gaps()
        self.save()
        self.told = {}
        self.repeat_cursors()
        self.say('synced', full=full, pages=pages, conversations=changed, bytes=reply.ByteSize())

    def apply(self, view):
        fresh = view.conversation not in self.conversations
        conversation = self.conversations.setdefault(view.conversation, Conversation())
        if fresh:
            conversation.held = (view.entries[0].seq if view.entries else view.head_seq + 1) - 1
        conversation.head = max(conversation.head, view.head_seq)
        conversation.cursor(self.credentials.account, view.delivered, view.read)
        conversation.cursor(view.peer, view.peer_delivered, view.peer_read)
        for entry in view.entries:
            conversation.take(entry)
        self.advance(view.conversation)

    def advance(self, key):
        """Shows what follows without a gap, in order, each once (R4)."""
        conversation = self.conversations[key]
        before = conversation.held
        while conversation.held + 1 in conversation.known:
            conversation.held += 1
            entry = conversation.known[conversation.held]
            if entry:
                text = entry_body_pb2.EntryBody.FromString(entry.body).text
                self.say('shown', conversation=key, seq=entry.seq, sender=entry.sender, text=text,
                    clientId=entry.client_id.hex())
        return conversation.held > before

    def fill_gaps(self):
        for key, conversation in list(self.conversations.items()):
            while conversation.held < conversation.head:
                start = conversation.held + 1
                page = self.call(PULL, message_pb2.PullRequest(target=common_pb2.Target(conversation=key),
                                                               from_seq=start), message_pb2.PullReply)
                self.say('pulled', conversation=key, **{'from': page.covered_from, 'to': page.covered_to})
                for entry in page.entries:
                    conversation.take(entry)
                for seq in range(start, max(page.covered_to, page.first_seq - 1) + 1):
                    conversation.known.setdefault(seq, None)
                if not self.advance(key):
                    break

    def take_push(self, command, number, body):
        if number:
            if number != self.last_push + 1:
                self.say('hole', expected=self.last_push + 1, got=number)
                self.sync_due = True
            self.last_push = number
        if command == ENTRY_PUSH:
            push = message_pb2.EntryPush.FromString(body)
            conversation = self.conversations.get(push.conversation)
            if conversation is None:
                self.sync_due = True
                return
            conversation.head = max(conversation.head, push.head_seq)
            if push.HasField('entry'):
                conversation.take(push.entry)
                self.advance(push.conversation)
        elif command == CURSOR_PUSH:
            push = message_pb2.CursorPush.FromString(body)
            if push.conversation in self.conversations:
                self.conversations[push.conversation].cursor(push.account, push.delivered, push.read)
            self.say('cursor', conversation=push.conversation, account=push.account, delivered=push.delivered, read=push.read)
        elif command == TYPING_PUSH:
            push = message_pb2.TypingPush.FromString(body)
            self.say('typing', conversation=push.conversation, account=push.account, stopped=push.stopped)
        elif command == SYNC_HINT:
            self.sync_due = True

    def repeat_cursors(self):
        """Says what the server has not stored yet: once on each connection, and after each sync."""
        for key, conversation in self.conversations.items():
            delivered, read = conversation.cursors.get(self.credentials.account, [0, 0])
            self.note(RECEIVED, message_pb2.ReceivedNote, key, conversation.held, delivered)
            self.note(READ, message_pb2.ReadNote, key, conversation.wanted_read, read)

    def note(self, command, kind, key, up_to, stored):
        if up_to > max(stored, self.told.get((key, command), 0)):
            self.told[key, command] = up_to
            self.wire.write(ONE_WAY, command, 0, kind(target=common_pb2.Target(conversation=key), up_to=up_to))

    # --- sending ---

    def enqueue(self, target, text):
        body = entry_body_pb2.EntryBody(text=text).SerializeToString()
        client_id = self.mint()
        request = message_pb2.SendRequest(target=target, client_id=client_id, kind=entry_body_pb2.ENTRY_KIND_TEXT, body=body)
        self.outbox.append({'id': client_id.hex(), 'fifo': str(target).strip(), 'request': request.SerializeToString()})
        self.save()
        return client_id.hex()

    def flush(self, again):
        """Gives what is not in flight (again: everything) in order; each names the unacked one before it (R5)."""
        before = {}
        for item in list(self.outbox):
            if again or item['id'] not in self.in_flight:
                request = request_of(item)
                request.after = bytes.fromhex(before.get(item['fifo'], ''))
                self.in_flight.add(item['id'])
                self.request(SEND, request, lambda flags, body, item=item: self.take_ack(item, flags, body))
            before[item['fifo']] = item['id']

    def take_ack(self, item, flags, body):
        if not flags & ERROR:
            reply = message_pb2.SendReply.FromString(body)
            if item['id'] in self.acked:
                return
            self.acked[item['id']] = item['request']
            self.forget(item['id'])
            self.place(request_of(item), reply)
            self.save()
            self.say('acked', clientId=item['id'], conversation=reply.conversation, seq=reply.seq, duplicate=reply.duplicate)
            return
        error = common_pb2.ErrorBody.FromString(body)
        if error.code == ID_AHEAD or error.retry == RETRY_LOGIN:
            raise Lost(error.name)
        if error.retry == RETRY_LATER:
            self.resend_at = time.monotonic() + max(error.retry_after_ms / 1000, random.uniform(0.05, 0.5))
            return
        self.forget(item['id'])
        self.save()
        self.say('refused', clientId=item['id'], error=error.name, why=error.message)

    def place(self, request, reply):
        """The sending session gets no push of its own entry: it is made from request and response."""
        if reply.conversation not in self.conversations:
            self.sync_due = True
            return
        self.conversations[reply.conversation].take(message_pb2.Entry(
            seq=reply.seq, sender=self.credentials.account, client_id=request.client_id, kind=request.kind,
            body=request.body, time_ms=reply.time_ms, changed=reply.seq))
        self.advance(reply.conversation)

    def forget(self, client_id):
        self.outbox = [item for item in self.outbox if item['id'] != client_id]

    # --- the loop ---

    def step(self):
        """One turn: come online, settle what is due, wait for what comes next. True: what is watched is ready."""
        now = time.monotonic()
        if self.wire is None:
            if self.online and now >= self.open_at:
                self.open()
            else:
                wait = self.open_at - now if self.online else None
                return bool(select.select(self.watch, [], [], wait)[0])
        if self.sync_due or now - self.synced_at > SYNC_EVERY_S:
            self.sync()
        self.fill_gaps()
        self.repeat_cursors()
        again = self.resend_at is not None and now >= self.resend_at
        if again:
            self.resend_at = None
        self.flush(again)
        return self.pump(until=self.resend_at or now + 1)


def request_of(item):
    return message_pb2.SendRequest.FromString(item['request'])
