"""Runs a program on a terminal of its own: on_a_terminal.py ROWS COLUMNS PROGRAM ARGUMENT...

What comes in is typed on it, what appears on it goes out. A NUL followed by "ROWS COLUMNS" and a line end gives the
window another size. Ends with the program's exit status.
"""
import fcntl
import os
import pty
import select
import struct
import sys
import termios


def resize(terminal, rows, columns):
    fcntl.ioctl(terminal, termios.TIOCSWINSZ, struct.pack("HHHH", int(rows), int(columns), 0, 0))


def type_in(terminal, keys):
    while b"\0" in keys:
        before, keys = keys.split(b"\0", 1)
        size, keys = keys.split(b"\n", 1)
        os.write(terminal, before)
        resize(terminal, *size.split())
    os.write(terminal, keys)


def main():
    program, terminal = pty.fork()
    if program == 0:
        resize(0, sys.argv[1], sys.argv[2])
        os.execvp(sys.argv[3], sys.argv[3:])
    watched = [0, terminal]
    while True:
        for ready in select.select(watched, [], [])[0]:
            try:
                data = os.read(ready, 65536)
            except OSError:
                data = b""
            if ready == terminal and not data:
                sys.exit(os.waitstatus_to_exitcode(os.waitpid(program, 0)[1]) & 255)
            if ready == terminal:
                os.write(1, data)
            elif data:
                type_in(terminal, data)
            else:
                watched.remove(0)


main()
