"""The built program, started as a person starts it, and what is done to it while it runs."""
import os
import resource
import signal
import subprocess
import tempfile
import threading
import time
from dataclasses import dataclass

# Longer than the slowest run by far: a run that waits for ever must end as a failure, not as silence.
PATIENCE = 900


@dataclass
class Finished:
    """How a process ended, and all it said. `code` is negative for a signal; `peak` is its memory at most, in MiB."""
    code: int
    output: str
    report: str
    seconds: float
    peak: int

    @property
    def text(self):
        return self.report + self.output

    def __str__(self):
        return f"exit code {self.code} after {self.seconds:.1f} s\n{self.report[-3000:]}{self.output[-3000:]}"


def run(command, folder, environment, at_line=None, after=None, limit=None):
    """Runs to the end.

    `at_line(line, process)` gets each line of stderr as it comes; `after` is (seconds, signal); `limit` is (resource,
    bytes).
    """
    begin = time.monotonic()
    with tempfile.TemporaryFile() as output:
        process = subprocess.Popen(
            command, cwd=folder, env=environment, stdin=subprocess.DEVNULL, stdout=output, stderr=subprocess.PIPE,
            preexec_fn=limit and (lambda: resource.setrlimit(limit[0], (limit[1], limit[1]))),
        )
        timers = [threading.Timer(PATIENCE, send, (process, signal.SIGKILL))]
        if after:
            timers.append(threading.Timer(after[0], send, (process, after[1])))
        for timer in timers:
            timer.start()
        lines = []
        for line in process.stderr:
            lines.append(line.decode(errors="replace"))
            if at_line:
                at_line(lines[-1], process)
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
        for timer in timers:
            timer.cancel()
        output.seek(0)
        said = output.read().decode(errors="replace")
    return Finished(process.returncode, said, "".join(lines), time.monotonic() - begin, usage.ru_maxrss // 1024)


def send(process, number):
    """A process that has ended is left alone, so that its number may belong to another one."""
    if process.returncode is None:
        try:
            os.kill(process.pid, number)
        except ProcessLookupError:
            pass


def once_at(text, act):
    """For `at_line`: acts at the first line that holds a text."""
    done = []

    def at_line(line, process):
        if text in line and not done:
            done.append(line)
            act(process)

    return at_line


def killing_at(text, number=signal.SIGKILL):
    return once_at(text, lambda process: send(process, number))
