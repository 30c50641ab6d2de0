"""Where the drafts lie unless another folder is named."""

from pathlib import Path


def default_data_dir() -> Path:
    """The per-user folder that holds the drafts."""
    import platformdirs  # takes as long as the list of reports, and is not asked where a folder is named

    return platformdirs.user_data_path("fazhi-nianbao", appauthor=False)
