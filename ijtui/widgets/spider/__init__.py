"""The competence spider: a radar chart drawn with the dots of braille signs (D-K1)."""

from ijtui.widgets.spider.series import Trace
from ijtui.widgets.spider.widget import SMALLEST, Spider

__all__ = ["SMALLEST", "Spider", "Trace"]
