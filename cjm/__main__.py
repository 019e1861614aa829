"""`python -m cjm` is the command `cjm`."""

from cjm.cli import main

if __name__ == "__main__":
    main()
