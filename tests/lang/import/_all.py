__all__ = ["listed", "_under"]
listed, unlisted, _under = "l", "u", "_"
