"""Gates: approval, privacy, window. Always all three, in that order; there is no switch.

Only the privacy gate builds notices.
"""
