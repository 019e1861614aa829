"""Finds commands and formats by the names of their files."""

from pathlib import Path
from types import ModuleType


def names_in(package: ModuleType) -> list[str]:
    """The names of a package's modules and packages as users write them; a leading _ hides a helper.

    The folder is listed, because `pkgutil` takes as long to load as a map takes to read.
    """
    files = Path(package.__path__[0]).iterdir()
    found = (path.stem for path in files if path.suffix == ".py" or (path / "__init__.py").is_file())
    return sorted(name.replace("_", "-") for name in found if not name.startswith("_"))
