"""What takes long, done beside the rest of the program, which need not wait for it to end."""

import asyncio
import threading
from collections.abc import Callable
from contextlib import suppress
from functools import partial
from typing import TypeVar

Result = TypeVar("Result")


async def run_beside(work: Callable[[], Result]) -> Result:
    """Run something in a thread of its own, and return what it returns or raise what it raises.

    Unlike a thread of `asyncio.to_thread` it keeps nobody: the program may end before it does.
    """
    loop = asyncio.get_running_loop()
    done: asyncio.Future[Result] = loop.create_future()

    def settle(end: Callable[[], None]) -> None:
        if not done.cancelled():
            end()

    def run() -> None:
        try:
            end = partial(done.set_result, work())
        except BaseException as error:
            end = partial(done.set_exception, error)
        with suppress(RuntimeError):  # the program has ended meanwhile
            loop.call_soon_threadsafe(settle, end)

    threading.Thread(target=run, daemon=True).start()
    return await done
