"""累计…不超过50万元: what a limit over all years leaves."""


def room_in_pool(limit: int, used: int) -> int:
    """Return the room in fen under a cumulative limit; never below nothing."""
    return max(limit - used, 0)
