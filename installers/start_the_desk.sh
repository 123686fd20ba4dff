#!/bin/sh
# Opens the desk of keycafe-clean. The first start installs it from the folder "program" beside this file.
# A folder that is given opens as the job; otherwise it is "keycafe-job" in your own folder.
set -eu

program=$(cd "$(dirname "$0")" && pwd)/program
home="${XDG_DATA_HOME:-$HOME/.local/share}/keycafe-clean"
job=${1:-$HOME/keycafe-job}
# So the desk says how it is opened again.
KEYCAFE_DOUBLE_CLICKED=$(basename "$0")
export KEYCAFE_DOUBLE_CLICKED
# All of it is in one folder, and gone with it.
export UV_PYTHON_INSTALL_DIR="$home/python" UV_NO_CACHE=1
# A Jupyter of your own neither changes the desk nor is changed by it.
export JUPYTER_CONFIG_DIR="$home/jupyter" JUPYTER_DATA_DIR="$home/jupyter" IPYTHONDIR="$home/jupyter"

# The window of a start that failed stays until it was read.
trap '[ $? = 0 ] || { echo "It did not work: see above."; [ ! -t 0 ] || { echo "Press Enter to close."; read -r _; }; }' EXIT

[ -x "$program/uv" ] || { echo "Unpack the whole zip first, then start this file again."; exit 1; }

# installed.txt is written last: it is there, and the same, where this very zip was installed to its end.
if ! cmp -s "$program/requirements.txt" "$home/installed.txt" || [ ! -x "$home/venv/bin/python" ]; then
    mkdir -p "$home"
    rm -f "$home/installed.txt"
    "$program/uv" --version >/dev/null  # where it may not run, that is said, not that there is no Python
    if ! "$program/uv" python find --quiet --no-python-downloads --no-project --system "{python}" >/dev/null 2>&1; then
        echo "Python {version} is not on this computer. It is fetched from the internet now, once: a few dozen MB."
        echo "Press Enter to go on, or Ctrl+C to stop."
        read -r _
        "$program/uv" python install --no-bin "{python}" || {
            echo "Python could not be fetched. Ask your IT to install Python {version}, and start this file again."
            exit 1
        }
    fi
    echo "Installing into $home: about a minute, once."
    "$program/uv" venv --quiet --clear --offline --no-project --python "{python}" "$home/venv"
    "$program/uv" pip install --quiet --offline --no-config --no-index --find-links "$program/wheels" \
        --python "$home/venv/bin/python" --no-deps --require-hashes --requirement "$program/requirements.txt"
    cp "$program/requirements.txt" "$home/installed.txt"
fi

echo "The desk opens in your browser. Leave this window open: closing it ends the desk."
"$home/venv/bin/keycafe-clean" desk "$job"
