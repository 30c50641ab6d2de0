"""What a damaged drafts' file still holds, read page by page and proved by seals."""
