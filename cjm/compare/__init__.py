"""What changed between two maps, in the map's own terms, and how two changed maps become one."""
