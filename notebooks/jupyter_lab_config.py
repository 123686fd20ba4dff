"""How JupyterLab serves the notebooks: jupyter lab --config=notebooks/jupyter_lab_config.py notebooks."""

c = get_config()  # noqa: F821 - Jupyter's own, in every configuration file
# Files over 10 MB would vanish without a word: the browser sends a file as one message.
c.ServerApp.tornado_settings = {"websocket_max_message_size": 100 * 1024 * 1024}
# Nothing leaves this computer: no news, no look for updates.
c.LabApp.news_url = None
c.LabApp.check_for_updates_class = "jupyterlab.NeverCheckForUpdate"
