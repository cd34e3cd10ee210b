"""What the start asks for where no event loop is made."""


def _initialize_event_loop():
    pass
