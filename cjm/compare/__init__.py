"""What changed between two maps: things are matched, and each difference is one change in the map's own terms."""
