"""Which language a text is in: lazy, deterministic, thread-safe.

>>> detect_language("The president said on Tuesday that the two countries have reached an agreement.")
'en'
>>> detect_language("1234")
'und'
"""

from __future__ import annotations

import threading
from functools import cache
from typing import Any

__all__ = ["UNDETERMINED", "detect_language"]

UNDETERMINED = "und"
"""The code of a text whose language can't be told, and of text to treat by universal rules only."""

# More text does not make langdetect better; below this much it is a guess.
SAMPLE_LENGTH = 500

_LOCK = threading.Lock()


def detect_language(text: str) -> str:
    """Return the ISO 639-1 code of the language `text` is in, or ``"und"`` where it can't be told."""
    from langdetect.lang_detect_exception import LangDetectException

    sample = text[: 4 * SAMPLE_LENGTH].strip()[:SAMPLE_LENGTH]
    with _LOCK:
        factory = _detector_factory()
    detector = factory.create()
    detector.append(sample)
    try:
        code: str = detector.detect()
    except LangDetectException:
        return UNDETERMINED
    return UNDETERMINED if code == "unknown" else code.split("-")[0]


@cache
def _detector_factory() -> Any:
    from pathlib import Path

    import langdetect
    from langdetect.detector_factory import DetectorFactory

    factory = DetectorFactory()
    profiles = sorted((Path(langdetect.__file__).parent / "profiles").iterdir())
    factory.load_json_profile([path.read_text(encoding="utf-8") for path in profiles])
    factory.seed = 0
    return factory
