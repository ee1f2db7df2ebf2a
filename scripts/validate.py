"""Validate readings against a schema file: ``python scripts/validate.py SCHEMA READINGS``.

READINGS is one JSON object or JSON Lines. Ends with status 1 where a reading is not valid or says nothing.
"""

import json
import sys
from pathlib import Path

from jsonschema import Draft202012Validator


def main() -> int:
    """Print one line a reading, and say whether all of them are valid and none is empty."""
    schema, readings = (Path(name).read_text(encoding="utf-8") for name in sys.argv[1:3])
    validator = Draft202012Validator(json.loads(schema))
    sound = True
    for number, line in enumerate(readings.splitlines(), 1):
        reading = json.loads(line)
        errors = [f"{error.json_path}: {error.message}" for error in validator.iter_errors(reading)]
        empty = [name for name in ("attributions", "actors", "places", "claims") if not reading.get(name)]
        sound = sound and not errors and not empty
        print(f"reading {number}: {len(errors)} errors", *errors[:5], *(f"no {name}" for name in empty))
    return 0 if sound else 1


if __name__ == "__main__":
    sys.exit(main())
