"""What the list of the activity can show: any model of lines."""

from PySide6.QtCore import QAbstractListModel


class LinesModel(QAbstractListModel):
    """A model whose lines tell what Role names."""

    def forget_oldest(self) -> None:
        """Give back the memory of lines that were read far down, if there is much of it."""
