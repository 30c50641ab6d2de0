"""What a damaged drafts' file still holds, read page by page, proved by its seals, its gaps filled from older states.

`file_format` knows SQLite's pages and records, `log` its write-ahead log, `raw` finds our rows in both, `live` reads
what SQLite itself can still reach. `finds` gathers the rows, `older` the states gaps are filled from, `choosing` makes
reports of them, `building` writes the new file; `salvage` is the door.
"""
