import asyncio
import contextvars
import time

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QDialog

from alarmclock.desktop.loop import loop as loop_module


def test_dialog_in_a_task_loses_no_other_task(run_on_loop):
    """Tasks due while a modal dialog is open inside a task go on, and in time."""

    async def daemon(rang: list[float], delay_s: float) -> None:
        await asyncio.sleep(delay_s)
        rang.append(time.monotonic())

    async def main():
        rang: list[float] = []
        daemons = [asyncio.create_task(daemon(rang, 0.005 * n)) for n in range(1, 6)]
        dialog = QDialog()
        QTimer.singleShot(100, dialog.accept)
        dialog.exec()
        closed = time.monotonic()
        await asyncio.wait_for(asyncio.gather(*daemons), 2)
        return rang, closed

    rang, closed = run_on_loop(main())
    assert len(rang) == 5
    assert max(rang) < closed


def test_process_events_in_a_task_loses_no_other_task(qapp, run_on_loop):
    """Tasks whose step comes up in processEvents are stepped to their end."""

    async def daemon() -> int:
        for _ in range(3):
            await asyncio.sleep(0)
        return 1

    async def main():
        daemons = [asyncio.create_task(daemon()) for _ in range(20)]
        for _ in range(5):
            qapp.processEvents()
        return sum(await asyncio.wait_for(asyncio.gather(*daemons), 2))

    assert run_on_loop(main()) == 20


def test_the_outer_task_is_current_again(run_on_loop, spin_qt):
    """After a Qt loop inside a task, asyncio knows this task as the current one."""

    async def main():
        inner = asyncio.create_task(asyncio.sleep(0, asyncio.current_task))
        current = asyncio.current_task()
        spin_qt(10)
        assert inner.done()
        return asyncio.current_task() is current

    assert run_on_loop(main())


def test_tasks_that_all_nest_come_to_an_end(qapp, run_on_loop):
    """Hundreds of tasks that each run Qt's events neither overflow the stack nor get lost."""
    depths = []

    async def daemon() -> None:
        depths.append(asyncio.get_running_loop()._depth)
        qapp.processEvents()
        await asyncio.sleep(0.001)
        qapp.processEvents()

    async def main():
        await asyncio.wait_for(asyncio.gather(*(daemon() for _ in range(300))), 5)

    run_on_loop(main())
    assert len(depths) == 300
    assert 1 < max(depths) <= loop_module.DEEPEST_TURN


def test_a_call_in_a_busy_context_waits(run_on_loop, spin_qt):
    """A call whose context is in use around the nested turn runs when it is free."""

    async def main():
        loop = asyncio.get_running_loop()
        context = contextvars.copy_context()
        order = []

        def outer() -> None:
            loop.call_soon(order.append, "same context", context=context)
            loop.call_soon(order.append, "other context")
            spin_qt(10)
            order.append("outer done")

        loop.call_soon(outer, context=context)
        await asyncio.sleep(0.03)
        return order

    assert run_on_loop(main()) == ["other context", "outer done", "same context"]


def test_plain_qt_loop_drives_the_loop_too(alarm_loop, spin_qt):
    """A task makes progress in any Qt loop, as in a test that waits with pytest-qt."""

    async def main():
        await asyncio.sleep(0.005)
        return asyncio.get_running_loop()

    task = alarm_loop.create_task(main())
    spin_qt(40)
    assert task.result() is alarm_loop
