"""Lets another program drive the client: orders and answers as JSON lines, events between the answers.

    PYTHONPATH=GENERATED_DIR /usr/bin/python3 drive.py STATE_FILE
"""
import json
import os
import sys

from parley.v1 import account_pb2, common_pb2, entry_body_pb2, message_pb2
from parley_client import FIND_ACCOUNT, REGISTER, RETRY_LATER, SEND, SIGN_IN, TYPING
from parley_client import Client, Refused
from parley_poll import PollWire
from parley_wire import CLOSE, ONE_WAY, Closed, Lost, Wire

STDIN = 0


class Driven(Client):
    def __init__(self, state_file):
        super().__init__(state_file, say, watch=[STDIN])
        self.input = b''

    def obey(self, order):
        name = order.pop('do')
        return getattr(self, 'do_' + name)(**order) or {}

    def hang_up(self):
        self.wire.close()
        self.wire = None

    def reach(self, host, port, over='tcp', ca=None):
        twice = over == 'poll-twice'
        self.dial = (lambda: PollWire(host, port, twice)) if over.startswith('poll') else lambda: Wire(host, port, ca)

    def do_connect(self, **where):
        self.reach(**where)
        self.online, self.open_at = True, 0.0

    def do_register(self, handle, password, command=REGISTER, times=1, **where):
        """Signs up (or in) on a connection of its own; `times`: as if answers had been lost."""
        self.reach(**where)
        kind = account_pb2.RegisterRequest if command == REGISTER else account_pb2.SignInRequest
        device = account_pb2.DeviceInfo(device_class=common_pb2.DEVICE_CLASS_TERMINAL, name='foreign')
        request = kind(handle=handle, password=password, device=device, request_key=self.mint())
        seen = set()
        for _ in range(times):
            self.connect()
            self.credentials = self.call(command, request, account_pb2.Credentials)
            seen.add((self.credentials.account, self.credentials.device))
            self.hang_up()
        self.save()
        return {'account': self.credentials.account, 'device': self.credentials.device, 'devices': len(seen)}

    def do_sign_in(self, **order):
        return self.do_register(command=SIGN_IN, **order)

    def do_refresh(self, times=1, **where):
        """Refreshes with the same token `times` times, as if answers had been lost."""
        self.reach(**where)
        token, successors = self.credentials.refresh_token, set()
        for _ in range(times):
            self.credentials.refresh_token = token
            self.connect()
            self.refresh()
            successors.add(self.credentials.refresh_token)
            self.hang_up()
        return {'successors': len(successors), 'rotated': token not in successors}

    def do_find(self, handle):
        profile = self.call(FIND_ACCOUNT, account_pb2.FindAccountRequest(handle=handle), common_pb2.Profile)
        return {'account': profile.account, 'handle': profile.handle}

    def do_send(self, account, texts):
        return {'clientIds': [self.enqueue(common_pb2.Target(account=account), text) for text in texts]}

    def do_repeat(self, clientId, text=None):
        """An acked send once more; with `text` under the same id with another body."""
        request = message_pb2.SendRequest.FromString(self.acked[clientId])
        if text is not None:
            request.body = entry_body_pb2.EntryBody(text=text).SerializeToString()
        reply = self.call(SEND, request, message_pb2.SendReply)
        return {'seq': reply.seq, 'duplicate': reply.duplicate}

    def do_read(self, conversation, upTo):
        self.conversations[conversation].wanted_read = upTo
        self.repeat_cursors()

    def do_typing(self, conversation):
        self.wire.write(ONE_WAY, TYPING, 0, message_pb2.TypingNote(target=common_pb2.Target(conversation=conversation)))

    def do_set(self, entriesPerConversation=None, conversationsMax=None):
        self.entries_per_conversation = entriesPerConversation or self.entries_per_conversation
        self.conversations_max = conversationsMax or self.conversations_max

    def do_sync(self):
        self.sync()

    def do_ping(self):
        self.ping()

    def do_state(self):
        return {
            'account': self.credentials.account,
            'outbox': [item['id'] for item in self.outbox],
            'conversations': {
                key: {'held': kept.held, 'head': kept.head, 'cursors': kept.cursors,
                      'texts': [entry_body_pb2.EntryBody.FromString(entry.body).text
                                for _, entry in sorted(kept.known.items()) if entry]}
                for key, kept in self.conversations.items()
            },
        }

    def do_bye(self):
        self.online = False
        self.wire.write(CLOSE, 0, 0, common_pb2.CloseBody(code=1, name='BYE'))

    def run(self):
        while True:
            try:
                if not self.step():
                    continue
                chunk = os.read(STDIN, 65_536)
                if not chunk:
                    return
                *lines, self.input = (self.input + chunk).split(b'\n')
                for line in lines:
                    self.answer(json.loads(line))
            except (Lost, Closed) as error:
                self.lost(error)
            except Refused as refused:
                self.lost(refused)
                self.online = refused.error.retry == RETRY_LATER

    def answer(self, order):
        number = order.pop('n')
        try:
            self.say('done', n=number, **self.obey(order))
        except Refused as refused:
            self.say('failed', n=number, error=refused.error.name, retry=refused.error.retry)
        except (Lost, Closed):
            self.say('failed', n=number, error='lost')
            raise


def say(event, **fields):
    sys.stdout.write(json.dumps({'event': event, **fields}, ensure_ascii=False) + '\n')
    sys.stdout.flush()


if __name__ == '__main__':
    Driven(sys.argv[1]).run()
