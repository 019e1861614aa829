"""`cjm validate`: does each map conform?"""

from datetime import date

from cjm.commands import _options as options
from cjm.commands._checking import Request, check_maps
from cjm.lint.run import reference_rules


def run(
    paths: options.Paths = None,
    output_format: options.FindingFormat = "full",
    fail_on: options.FailOnOption = options.FailOn.WARNING,
    lang: options.Lang = None,
    color: options.ColourOption = options.Colour.AUTO,
    stdin_filename: options.StdinName = "<stdin>",
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
        output_format=output_format,
        fail_on=fail_on,
        lang=lang,
        color=color,
        stdin_name=stdin_filename,
        allow_empty=allow_empty,
        quiet=quiet,
    )
    return check_maps(request, reference_rules(), date.max)
