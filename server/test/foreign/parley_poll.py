"""The same frames over HTTP long-poll, as docs/protocol.md has it in section 2."""
import http.client
import json
import socket
import threading
import time

from parley_wire import Lost, Wire

TRIES = 5


class PollWire(Wire):
    """A thread polls and hands the bytes on; posts go out one at a time. `twice`: each post as if its reply were lost."""

    def __init__(self, host, port, twice):
        self.host, self.port, self.twice = host, port, twice
        self.held = b''
        self.posts = 0
        self.up = http.client.HTTPConnection(host, port, timeout=10)
        status, body = self.post(self.up, '/wire/open', b'', {})
        if status != 200:
            raise Lost(f'open: {status}')
        opened = json.loads(body)
        self.poll_s = opened['pollMs'] / 1000
        self.headers = {'Authorization': f'Bearer {opened["channel"]}'}
        self.socket, self.inner = socket.socketpair()
        threading.Thread(target=self.polling, daemon=True).start()

    def post(self, connection, path, body, headers):
        try:
            connection.request('POST', path, body or None, headers)
            response = connection.getresponse()
            return response.status, response.read()
        except (OSError, http.client.HTTPException) as error:
            connection.close()
            raise Lost(str(error)) from error

    def send(self, frame):
        self.posts += 1
        headers = {**self.headers, 'Content-Type': 'application/octet-stream'}
        for _ in range(2 if self.twice else 1):
            self.give(f'/wire/up/{self.posts}', frame, headers)

    def give(self, path, frame, headers):
        for attempt in range(TRIES):
            try:
                status, _ = self.post(self.up, path, frame, headers)
            except Lost:
                if attempt == TRIES - 1:
                    raise
                continue
            if status != 503:
                break
            time.sleep(1)
        if status == 410:
            return  # what is left to read says why
        if status != 204:
            raise Lost(f'post: {status}')

    def polling(self):
        down = http.client.HTTPConnection(self.host, self.port, timeout=self.poll_s + 10)
        batch = failures = 0
        try:
            while failures < TRIES:
                try:
                    status, body = self.post(down, f'/wire/down/{batch}', b'', self.headers)
                except Lost:
                    failures += 1
                    continue
                failures = 0
                if status == 200:
                    batch += 1
                    self.inner.sendall(body)
                elif status != 204:
                    break
        except OSError:
            pass  # closed on our side
        finally:
            self.inner.close()

    def close(self):
        self.up.close()
        self.socket.close()
