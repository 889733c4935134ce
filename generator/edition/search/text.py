"""Text as the search compares it. `normalise` in `site_templates/assets/search-engine.js` must agree with it."""

import re
import unicodedata

# Whatever is neither a letter nor a digit: spaces, punctuation, symbols, marks, what draws nothing.
_DROPPED = re.compile(
    "[\x00-/:-@\\[-`{-\xbf\xd7\xf7\u02b0-\u036f\u061c\u115f\u1160\u180b-\u180e\u2000-\u2bff\u2e00-\u2e7f"
    "\u3000-\u3004\u3008-\u3020\u302a-\u3037\u303b-\u303f\u3099-\u309c\u30a0\u30fb\u30fc\ue000-\uf8ff"
    "\ufe00-\ufe6f\ufeff\ufff0-\uffff\U000e0000-\U000e0fff]"
)


def normalise(text: str) -> str:
    """Letters and digits alone, of one width and case: ２０２６〔１２〕 and [2026]12 are the same."""
    folded = unicodedata.normalize("NFKC", text).lower().replace("ς", "σ")
    return _DROPPED.sub("", folded)
