"""Pages are made in the order in which they were asked for, few at a time; changes wait for nobody."""

import asyncio
from collections.abc import Awaitable, Callable

import pytest
from starlette.types import Message, Receive, Scope, Send

from riwaya.workbench.turns import Turns


class Kitchen:
    """An application whose answers are ready when they are told to be: who is at work, and who was."""

    def __init__(self) -> None:
        self.begun: list[str] = []
        self.ready: dict[str, asyncio.Event] = {}
        self.served: dict[str, asyncio.Event] = {}

    async def __call__(self, scope: Scope, _receive: Receive, send: Send) -> None:
        path = scope["path"]
        self.begun.append(path)
        await self.ready.setdefault(path, asyncio.Event()).wait()
        if path == "/broken":
            raise ZeroDivisionError
        await send({"type": "http.response.start", "status": 200, "headers": []})
        await self.served.setdefault(path, asyncio.Event()).wait()
        await send({"type": "http.response.body", "body": b""})


async def settled() -> None:
    for _turn in range(20):
        await asyncio.sleep(0)


def run(story: Callable[[Kitchen, Callable[..., None]], Awaitable[None]]) -> None:
    """Play a story in which requests begin when they are asked for."""

    async def play() -> None:
        kitchen = Kitchen()
        door, asked = Turns(kitchen), set()

        async def receive() -> Message:
            return {"type": "http.request", "body": b""}

        async def send(_message: Message) -> None:
            return None

        def ask(*paths: str, method: str = "GET") -> None:
            for path in paths:
                scope: Scope = {"type": "http", "method": method, "path": path}
                asked.add(asyncio.ensure_future(door(scope, receive, send)))

        await story(kitchen, ask)
        for each in asked:
            each.cancel()
        await asyncio.gather(*asked, return_exceptions=True)

    asyncio.run(play())


def test_two_pages_are_made_at_a_time_in_the_order_of_asking() -> None:
    async def story(kitchen: Kitchen, ask: Callable[..., None]) -> None:
        ask("/1", "/2", "/3", "/4", "/5")
        await settled()
        assert kitchen.begun == ["/1", "/2"]
        for done, then in (("/2", "/3"), ("/1", "/4"), ("/4", "/5")):
            kitchen.ready[done].set()
            await settled()
            assert kitchen.begun[-1] == then

    run(story)


def test_a_turn_ends_when_the_answer_begins_to_leave() -> None:
    async def story(kitchen: Kitchen, ask: Callable[..., None]) -> None:
        ask("/long", "/longer", "/next")
        await settled()
        kitchen.ready["/long"].set()
        await settled()
        assert "/long" not in kitchen.served or not kitchen.served["/long"].is_set()
        assert kitchen.begun == ["/long", "/longer", "/next"]
        kitchen.served["/long"].set()
        ask("/more")
        await settled()
        assert kitchen.begun[-1] == "/next"  # one turn was given back, not two

    run(story)


@pytest.mark.parametrize("how", ["broken", "gone"])
def test_a_turn_that_comes_to_nothing_is_given_back(how: str) -> None:
    async def story(kitchen: Kitchen, ask: Callable[..., None]) -> None:
        ask(f"/{how}", "/slow", "/next")
        await settled()
        if how == "broken":
            kitchen.ready["/broken"].set()
        else:
            next(t for t in asyncio.all_tasks() if t is not asyncio.current_task() and _is_first(t)).cancel()
        await settled()
        assert kitchen.begun == [f"/{how}", "/slow", "/next"]

    def _is_first(task: "asyncio.Task[object]") -> bool:
        frame = task.get_stack()[0] if task.get_stack() else None
        return frame is not None and frame.f_locals.get("scope", {}).get("path") == f"/{how}"

    run(story)


@pytest.mark.parametrize(("path", "method"), [("/add", "POST"), ("/static/workbench.css", "GET")])
def test_changes_and_styles_wait_for_no_page(path: str, method: str) -> None:
    async def story(kitchen: Kitchen, ask: Callable[..., None]) -> None:
        ask("/1", "/2", "/3")
        await settled()
        ask(path, method=method)
        await settled()
        assert kitchen.begun == ["/1", "/2", path]

    run(story)
