"""What a person has to do before Stop stops, as it is offered to choose."""

from alarmclock.core.ring_settings import Task

TASK_WORDS = {
    Task.NONE: "No task",
    Task.EASY_SUM: "Easy sum",
    Task.SUM: "Sums",
    Task.HARD_SUM: "Hard sums",
    Task.SENTENCE: "Type a sentence",
}
