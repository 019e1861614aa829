"""Colours and sizes of drawings. Contrasts are with the background of each colour (WCAG 2.1, 1.4.3)."""

STAGES = ("#2F5D8C", "#2F6F73", "#5B6B2F", "#8A5A1F", "#8C3F4D", "#5B4B8A")
"""Heads of the columns, in turn; white on them is at least 5.8:1."""

SCORES = {-2: "#B3261E", -1: "#B5501F", 0: "#616E7C", 1: "#2F7D53", 2: "#1B6B4C"}
"""Emotions from angry to delighted; white on them is at least 5:1."""

INK = "#1F2933"
MUTED = "#616E7C"
FAINT = "#9AA5B1"
RULE = "#D9DEE4"
PAPER = "white"
CARD = "#F5F7FA"
BAD = "#B3261E"
GOOD = "#2F7D53"
DECISIVE = "#8A5A00"
"""Moments of truth; 5.3:1 on a card."""
BAD_GROUND = "#FDF4F3"
GOOD_GROUND = "#F2F9F6"
ABOVE_NEUTRAL = "#E0EEE7"
BELOW_NEUTRAL = "#F7E1DF"

SEVERITIES = {"critical": "#7A0C14", "high": "#B3261E", "medium": "#B5501F", "low": "#616E7C"}

TITLE = 26
HEAD = 14
BODY = 11
SMALL = 10

MARKS = {
    "added": "#1B6B4C",
    "removed": "#B3261E",
    "changed": "#1F5FA8",
    "moved": "#6B3FA0",
    "left": "#6B3FA0",
    "solved": "#1B6B4C",
}
"""What became of a card; white on them, and they on white, at least 6:1."""
