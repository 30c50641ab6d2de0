"""Workbooks: the report's for superiors, the blank ones for departments, the summary of many offices."""
