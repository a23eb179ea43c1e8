"""Start a program, wait for it, and report when it ran and how much memory it took.

The system counts the memory of a process from before its program is loaded, so that a program
started by the benchmark itself would be said to take as much as the benchmark. This process is
smaller than any that is measured, and imports next to nothing to stay so.

It is run by the path of this file, with the number of an open file for the report and the command.
The report is two lines: the instant of the start; then that of the end, the status of the process
and its memory in the system's unit. Instants are those of `time.perf_counter`, in seconds.
"""

import os
import sys
import time


def main() -> None:
    """Run the command of the arguments, and write the report."""
    report, command = int(sys.argv[1]), sys.argv[2:]
    os.set_inheritable(report, False)
    os.write(report, f"{time.perf_counter()!r}\n".encode())
    process = os.posix_spawn(command[0], command, os.environ)
    _process, status, usage = os.wait4(process, 0)
    os.write(report, f"{time.perf_counter()!r} {status} {usage.ru_maxrss}\n".encode())


main()
