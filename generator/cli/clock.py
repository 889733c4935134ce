"""Where the time of a command went, stage by stage (`--profile`)."""

import time
from dataclasses import dataclass, field
from resource import RUSAGE_CHILDREN, RUSAGE_SELF, getrusage

from generator.artifacts import Progress


@dataclass
class Clock:
    """Seconds on the clock by stage; what is done more than once in turn is added up."""

    stages: dict[str, float] = field(default_factory=dict)
    last: float = field(default_factory=time.perf_counter)

    def lap(self, stage: str) -> None:
        """What went by since the last lap was this stage."""
        now = time.perf_counter()
        self.stages[stage] = self.stages.get(stage, 0.0) + now - self.last
        self.last = now

    def watching(self, progress: Progress) -> Progress:
        """The same progress, with a lap for every step."""

        def advance(stage: str, done: int, total: int) -> None:
            self.lap(stage)
            progress(stage, done, total)

        return advance

    def lines(self) -> list[str]:
        """A line for each stage, and the most memory that this process or one of its workers took."""
        whole = sum(self.stages.values())
        used = max(getrusage(who).ru_maxrss for who in (RUSAGE_SELF, RUSAGE_CHILDREN)) / 1024
        lines = [f"{stage} {seconds:.1f} 秒（{seconds / whole:.0%}）" for stage, seconds in self.stages.items()]
        return [*lines, f"一共 {whole:.1f} 秒，内存最多 {used:.0f} MB"]
