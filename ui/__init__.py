"""The window: with main.py the only importer of PySide6. It shows reports and calls `actions`; rules live below."""
