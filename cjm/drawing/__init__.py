"""Lays a journey out as a sheet, and draws the sheet as a poster or a flow."""
