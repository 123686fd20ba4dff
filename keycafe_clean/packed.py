"""What lies beside the package in a clone, and is packed with it: notebooks, and the sample of the desk."""

from importlib.resources import files
from importlib.resources.abc import Traversable


def notebooks() -> Traversable:
    """Find the folder of the notebooks."""
    return _packed("notebooks", "..", "notebooks")


def samples() -> Traversable:
    """Find the folder of the samples; packed is the one that the desk shows."""
    return _packed("samples", "..", "data", "samples")


def _packed(name: str, *beside: str) -> Traversable:
    """Find a folder inside the package, else where it stands in a clone."""
    package = files("keycafe_clean")
    inside = package.joinpath(name)
    return inside if inside.is_dir() else package.joinpath(*beside)
