"""`riwaya` and `python -m riwaya`: the command line, without tracebacks from its first moment."""

import sys


def main() -> None:
    """Run the command line. Ctrl-C while it is still being loaded ends it with the same words as later on."""
    try:
        from riwaya.cli import main as run

        run()
    except KeyboardInterrupt:
        _interrupted()


def _interrupted() -> None:
    import os
    import signal

    signal.signal(signal.SIGINT, signal.SIG_IGN)
    from riwaya.i18n import gettext as _
    from riwaya.i18n import language_option, languages, pick_language, use_language

    option = language_option(sys.argv[1:])
    with use_language(pick_language(option if option in languages() else None, os.environ)):
        sys.stderr.write("riwaya: " + _("interrupted") + "\n")
    sys.exit(130)


if __name__ == "__main__":
    main()
