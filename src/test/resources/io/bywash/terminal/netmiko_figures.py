"""Times netmiko's linux driver: a connection up to its prompt, and each command on a connection that is kept.

    netmiko_figures.py HOST PORT USER KEY_FILE COMMANDS COMMAND

Prints one line: the seconds of the connection, then those of each command. The first command is not counted.
"""
import sys
import time

from netmiko import ConnectHandler

host, port, user, key, commands, command = sys.argv[1:]
began = time.perf_counter()
server = ConnectHandler(
    device_type="linux", host=host, port=int(port), username=user, use_keys=True, key_file=key, allow_agent=False
)
server.find_prompt()
figures = [time.perf_counter() - began]
for turn in range(int(commands) + 1):
    began = time.perf_counter()
    said = server.send_command(command)
    took = time.perf_counter() - began
    assert said.startswith("btime "), said
    if turn:
        figures.append(took)
server.disconnect()
print(" ".join("%.6f" % figure for figure in figures))
