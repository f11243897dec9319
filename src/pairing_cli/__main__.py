"""Run the command line as ``python -m pairing_cli``."""

from pairing_cli.cli.app import main

if __name__ == "__main__":
    main()
