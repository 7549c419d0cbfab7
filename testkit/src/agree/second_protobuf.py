"""Reads messages with Google's protobuf library and writes them again: the other side of a comparison.

    PYTHONPATH=GENERATED_DIR /usr/bin/python3 second_protobuf.py NAME,NAME,...

On stdin batches: their length in bytes (4, big-endian), then records: number of the message (2), length (4), bytes. On
stdout for each batch its length, then for each record 1 or 0 for whether it was read, length, and what it was written as,
without fields that are not known.
"""
import importlib
import pkgutil
import struct
import sys
import warnings

import parley.v1
from google.protobuf.message import DecodeError

MODULES = [importlib.import_module(f'parley.v1.{found.name}') for found in pkgutil.iter_modules(parley.v1.__path__)]
REFUSED = struct.pack('>BI', 0, 0)


# At a field number 0, and at the end of a group that nobody began, it stops reading and only warns.
WARNED = []
warnings.simplefilter('always', RuntimeWarning)
warnings.showwarning = lambda *what, **more: WARNED.append(what)


def class_of(name):
    return next(getattr(module, name) for module in MODULES if hasattr(module, name))


def answer(message, wire):
    WARNED.clear()
    try:
        message.ParseFromString(wire)
    except DecodeError:
        return REFUSED
    if WARNED:
        return REFUSED
    message.DiscardUnknownFields()
    written = message.SerializeToString(deterministic=True)
    return struct.pack('>BI', 1, len(written)) + written


def main():
    classes = [class_of(name) for name in sys.argv[1].split(',')]
    read, write = sys.stdin.buffer.read, sys.stdout.buffer
    while head := read(4):
        batch = read(struct.unpack('>I', head)[0])
        answers, at = [], 0
        while at < len(batch):
            number, length = struct.unpack_from('>HI', batch, at)
            at += 6
            answers.append(answer(classes[number](), batch[at:at + length]))
            at += length
        whole = b''.join(answers)
        write.write(struct.pack('>I', len(whole)) + whole)
        write.flush()


main()
