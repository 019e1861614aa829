"""`cjm lint`: validate, and what is missing or contradictory."""

from cjm.commands import _options as options
from cjm.commands._checking import Request, check_maps
from cjm.lint.run import all_rules


def run(
    paths: options.Paths = None,
    output_format: options.FindingFormat = "full",
    fail_on: options.FailOnOption = options.FailOn.WARNING,
    lang: options.Lang = None,
    color: options.ColourOption = options.Colour.AUTO,
    stdin_filename: options.StdinName = "<stdin>",
    allow_empty: options.AllowEmpty = False,
    quiet: options.Quiet = False,
    today: options.Today = None,
) -> int:
    """Validate, and tell what is missing or contradictory.

    For example a stage without a KPI, or a map that nobody has reviewed for half a year.

    \b
    Examples:
      cjm lint
      cjm lint shop.cjm.yaml --lang ru
      cjm lint maps --format json --fail-on error
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
    return check_maps(request, all_rules(), options.day(today))
