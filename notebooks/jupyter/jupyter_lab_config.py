"""How JupyterLab serves the notebooks: jupyter lab --config=notebooks/jupyter/jupyter_lab_config.py notebooks."""  # noqa: INP001 - a configuration file

import os
from pathlib import Path

import zmq

# Nothing leaves this computer: `labconfig`, beside this file, turns off news and the look for updates.
os.environ["JUPYTER_CONFIG_PATH"] = os.pathsep.join(
    filter(None, [str(Path(__file__).resolve().parent), os.environ.get("JUPYTER_CONFIG_PATH")])
)

c = get_config()  # noqa: F821 - Jupyter's own, in every configuration file
# Files over 10 MB would vanish without a word: the browser sends a file as one message.
c.ServerApp.tornado_settings = {"websocket_max_message_size": 100 * 1024 * 1024}
# What server and kernel tell each other holds people: it is encrypted, wherever ZeroMQ can.
c.KernelManager.transport_encryption = "auto" if zmq.has("curve") else "disabled"
