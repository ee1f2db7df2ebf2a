"""`riwaya` and `python -m riwaya`: the command line, quiet from its first moment."""

import sys


def main() -> None:
    """Run the command line. Ctrl-C while it is still being loaded ends it as quietly as later on."""
    try:
        from riwaya.cli import main as run
    except KeyboardInterrupt:
        sys.exit(130)
    run()


if __name__ == "__main__":
    main()
