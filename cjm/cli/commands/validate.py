"""`cjm validate`: does each map conform?"""

import sys
from datetime import date

from cjm.cli import options
from cjm.cli.checking import Request, check_maps, list_maps, reports_in_order
from cjm.lint.codes import REFERENCES


def run(
    paths: options.Paths = None,
    _formats: options.Formats = None,
    _outputs: options.Outputs = None,
    fail_on: options.FailOnOption = None,
    lang: options.Lang = None,
    color: options.ColourOption = options.Colour.AUTO,
    stdin_filename: options.StdinName = "<stdin>",
    list_files: options.ListFiles = False,
    allow_empty: options.AllowEmpty = False,
    quiet: options.Quiet = False,
) -> int:
    """Check syntax, the JSON Schema and references.

    \b
    Examples:
      cjm validate
      cjm validate maps --format concise
      git show HEAD:shop.cjm.yaml | cjm validate - --stdin-filename shop.cjm.yaml
    """
    request = Request(
        paths=paths or [],
        reports=reports_in_order(sys.argv[1:]),
        fail_on=fail_on,
        lang=lang,
        color=color,
        stdin_name=stdin_filename,
        allow_empty=allow_empty,
        quiet=quiet,
    )
    if list_files:
        return list_maps(request)
    return check_maps(request, REFERENCES, date.max)
