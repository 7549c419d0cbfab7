"""Frames over TCP or TLS, as docs/protocol.md has them in sections 1, 2 and 16."""
import socket
import ssl
import struct

REQUEST, RESPONSE, PUSH, ONE_WAY, PING, PONG, CLOSE = range(1, 8)
COMPRESSED, MORE_FOLLOWS, ERROR, BEHIND = 1, 2, 4, 8
BODY_BYTES_MAX = 262_144


class Lost(Exception):
    """The connection ended without a word."""


class Closed(Exception):
    def __init__(self, body):
        super().__init__(body.name)
        self.body = body


class Wire:
    """One TCP or TLS connection that carries frames back to back."""

    def __init__(self, host, port, ca):
        try:
            self.socket = socket.create_connection((host, port), timeout=10)
            if ca:
                self.socket = ssl.create_default_context(cafile=ca).wrap_socket(self.socket, server_hostname=host)
        except OSError as error:
            raise Lost(str(error)) from error
        self.held = b''

    def write(self, kind, command, number, message=None):
        body = message.SerializeToString() if message is not None else b''
        self.send(struct.pack('>IBBHI', len(body), 16 | kind, 0, command, number) + body)

    def send(self, frame):
        try:
            self.socket.sendall(frame)
        except OSError as error:
            raise Lost(str(error)) from error

    def read(self):
        """Waits for bytes and gives back the frames that are whole, as (kind, flags, command, number, body)."""
        try:
            chunk = self.socket.recv(65_536)
        except OSError as error:
            raise Lost(str(error)) from error
        if not chunk:
            raise Lost('the connection ended')
        self.held += chunk
        frames = []
        while len(self.held) >= 12:
            length, version_kind, flags, command, number = struct.unpack_from('>IBBHI', self.held)
            if version_kind >> 4 != 1 or length > BODY_BYTES_MAX:
                raise Lost('not a frame of version 1')
            if len(self.held) < 12 + length:
                break
            frames.append((version_kind & 15, flags, command, number, self.held[12:12 + length]))
            self.held = self.held[12 + length:]
        return frames

    def waiting(self):
        return isinstance(self.socket, ssl.SSLSocket) and self.socket.pending() > 0

    def close(self):
        self.socket.close()
