"""Charts as picture files: asks where, writes the file whole or not at all."""

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget

from models.chart import Chart
from models.errors import UserError
from ui import background, chart_picture, dialogs, messages
from ui.settings import documents_folder

_MAKERS = {".png": chart_picture.png, ".svg": chart_picture.svg}
_FILTERS = ("图片 (*.png)", "矢量图，放大不糊 (*.svg)")


def save_picture(
    parent: QWidget, charts: Sequence[Chart], name: str, on_saved: Callable[[Path], None]
) -> None:
    """Ask for a file and write the charts as one picture; a taken name gets the neighbour （2）."""
    from exporters.writing import file_name

    dialog = QFileDialog(parent, "图片存到哪里", str(documents_folder()))
    dialog.setObjectName("save_chart_dialog")
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setOption(QFileDialog.Option.DontConfirmOverwrite)  # nothing is overwritten
    dialog.setNameFilters(_FILTERS)
    dialog.setDefaultSuffix("png")
    dialog.filterSelected.connect(lambda chosen: dialog.setDefaultSuffix("svg" if "svg" in chosen else "png"))
    dialog.selectFile(file_name(name, ".png"))
    dialog.fileSelected.connect(lambda file: write_picture(parent, charts, Path(file), on_saved))
    dialogs.show(dialog)


def write_picture(
    owner: QWidget, charts: Sequence[Chart], file: Path, on_saved: Callable[[Path], None]
) -> None:
    """Write them in the format the name ends in, PNG where it ends in none that is known."""
    from exporters.writing import write_whole

    wanted = file if file.suffix.lower() in _MAKERS else file.with_name(f"{file.name}.png")
    content = _MAKERS[wanted.suffix.lower()](charts)

    def complain(error: UserError) -> None:
        messages.warn(owner, str(error))

    background.run(lambda: write_whole(wanted, content, deed="保存图片"), on_saved, complain, owner)
