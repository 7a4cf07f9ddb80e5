"""Records as bytes, for what builds keep: a foreign file runs no code."""

import io
import pickle
from dataclasses import is_dataclass
from datetime import date
from typing import Any

_ROOMS = ("archive.coverage", "archive.pages", "papers", "related", "search", "site")
_MODULES = tuple(f"generator.{room}." for room in _ROOMS)


def pickled(value: object) -> bytes:
    """Write what consists of records, tuples, lists, mappings, texts, numbers and days."""
    return pickle.dumps(value, 5)


def unpickled(data: bytes) -> Any:
    """Read such a value; raises UnpicklingError for one that names anything else."""
    return _Records(io.BytesIO(data)).load()


class _Records(pickle.Unpickler):
    """Reads records and nothing else."""

    def find_class(self, module: str, name: str) -> Any:
        known = module == "datetime" or f"{module}.".startswith(_MODULES)
        found = super().find_class(module, name) if known else None
        if found is date or _is_record(found):  # a name can lead on to what its module has imported
            return found
        raise pickle.UnpicklingError(f"{module}.{name} is no record")


def _is_record(found: Any) -> bool:
    return isinstance(found, type) and (is_dataclass(found) or issubclass(found, tuple))
