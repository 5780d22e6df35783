"""A session of netmiko's checkpoint_gaia driver; what it saw goes out as lines "NAME<tab>TEXT", with \\n for line ends.

    netmiko_session.py PORT USER PASSWORD_IN EXPERT_PASSWORD_IN STEP...

The passwords are taken from the environment variables named. The steps are those below, in the order given.
"""
import os
import sys

from netmiko import ConnectHandler
from netmiko.ssh_exception import NetMikoAuthenticationException

EXPERT_PROMPT = r"\[Expert@[^\]]+\]#"


def tell(name, text):
    print(name + "\t" + str(text).replace("\\", "\\\\").replace("\r", "\\r").replace("\n", "\\n"), flush=True)


def prompt(gateway):
    tell("prompt", gateway.find_prompt())
    tell("base_prompt", gateway.base_prompt)


def version(gateway):
    tell("version", gateway.send_command("show version all"))


def unknown(gateway):
    tell("unknown", gateway.send_command("show diskspace"))


def incomplete(gateway):
    tell("incomplete", gateway.send_command("installer verify"))


def help_text(gateway):
    tell("help", gateway.send_command("help"))


def hostname(gateway):
    tell("hostname", gateway.send_command("show hostname"))


def timing(gateway):
    tell("timing", gateway.send_command_timing("show hostname"))


def changes(gateway):
    tell("changes", gateway.send_config_set(["set inactivity-timeout 20", "set smo image auto-clone state off"]))
    tell("cloning", gateway.send_command("show smo image auto-clone state"))


def locked(gateway):
    tell("locked", gateway.send_command("set smo image auto-clone state off"))
    tell("overridden", gateway.send_command("lock database override"))
    tell("changed", gateway.send_command("set smo image auto-clone state off"))


def gclish(gateway):
    """A Clish of its own, which pages again."""
    gateway.send_command("gclish", expect_string=r"\[Global\] \S+>")
    tell("gclish_base", gateway.set_base_prompt())
    tell("gclish_page", gateway.send_command("show installer packages", expect_string="-- More --"))
    gateway.send_command_timing("q")
    gateway.disable_paging(command="set clienv rows 0")
    tell("gclish", gateway.send_command("show installer packages"))
    gateway.send_command("exit", expect_string=r"\S+>")
    gateway.set_base_prompt()


def expert(gateway):
    gateway.send_command("expert", expect_string="password:")
    gateway.send_command(os.environ[sys.argv[4]], expect_string=EXPERT_PROMPT)
    tell("expert_base", gateway.set_base_prompt())
    tell("expert_prompt", gateway.find_prompt())
    tell("uptime", gateway.send_command("uptime -s"))
    tell("stat", gateway.send_command("asg stat -v"))


def leave_expert(gateway):
    gateway.send_command("exit", expect_string=r"\S+>")
    tell("back", gateway.set_base_prompt())


def enable(gateway):
    """The driver inherits enable() and has no command for it, as Gaia has no such mode: nothing may come of it."""
    tell("enable", gateway.enable())


def main():
    try:
        gateway = ConnectHandler(
            device_type="checkpoint_gaia",
            host="127.0.0.1",
            port=int(sys.argv[1]),
            username=sys.argv[2],
            password=os.environ[sys.argv[3]],
            allow_agent=False,
            use_keys=False,
        )
    except NetMikoAuthenticationException as refused:
        tell("refused", refused)
        return
    for step in sys.argv[5:]:
        globals()[step](gateway)
    gateway.disconnect()
    tell("alive", gateway.is_alive())


main()
