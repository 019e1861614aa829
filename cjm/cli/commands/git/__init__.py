"""Let git show, compare and merge maps in their own words.

\b
Examples:
  cjm git install            this clone shows facts in `git diff`, `git log -p`, `git show`, `git blame`,
                             and merges maps by meaning
  cjm git install --global   and so does every clone of yours
  cjm git uninstall          undo it
"""
