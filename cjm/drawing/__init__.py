"""A journey as a sheet, and the sheet as a poster or a flow."""
