"""What lies in `notebooks/` of the project, and is packed with it."""

from importlib.resources import files
from importlib.resources.abc import Traversable


def notebooks() -> Traversable:
    """Find `notebooks/`: packed inside the package, or beside it in a clone."""
    package = files("keycafe_clean")
    packed = package.joinpath("notebooks")
    return packed if packed.is_dir() else package.joinpath("..", "notebooks")
