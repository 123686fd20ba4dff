"""How Voila serves the desk: voila notebooks/import_desk.ipynb --Voila.config_file_paths=notebooks/voila."""  # noqa: INP001 - a configuration file

import os
from pathlib import Path

import zmq

# The template lies beside this file; Voila looks for templates in JUPYTER_PATH only.
os.environ["JUPYTER_PATH"] = os.pathsep.join(
    filter(None, [str(Path(__file__).resolve().parents[1]), os.environ.get("JUPYTER_PATH")])
)

c = get_config()  # noqa: F821 - Voila's own, in every configuration file
c.VoilaConfiguration.template = "keycafe"
# Files over 10 MB would vanish without a word: the browser sends a file as one message. And the page that is closed
# could not end its kernel, which has people in its memory: Voila gives it no token against forged requests, but the
# kernel's own name, which nobody else knows.
c.Voila.tornado_settings = {"websocket_max_message_size": 100 * 1024 * 1024, "disable_check_xsrf": True}
# What server and kernel tell each other holds people: it is encrypted, wherever ZeroMQ can.
c.KernelManager.transport_encryption = "auto" if zmq.has("curve") else "disabled"
# The server is for this computer only.
c.Voila.ip = "127.0.0.1"
