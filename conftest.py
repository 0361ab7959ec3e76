"""What a run of the tests says at its end: what was left out, and in CI that nothing may be."""

import os
from collections import Counter

import pytest


def reasons(reports: list[pytest.TestReport]) -> Counter[str]:
    """Return why tests were left out, with their number."""
    return Counter(str(report.longrepr[2]).removeprefix("Skipped: ") for report in reports)


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    left_out = reasons(terminalreporter.stats.get("skipped", []))
    if left_out:
        terminalreporter.section("left out")
    for reason, number in sorted(left_out.items()):
        terminalreporter.write_line(f"{number} × {reason}")


@pytest.hookimpl(trylast=True)
def pytest_sessionfinish(session: pytest.Session) -> None:
    reporter = session.config.pluginmanager.get_plugin("terminalreporter")
    if os.environ.get("CI") and reporter and reporter.stats.get("skipped") and session.exitstatus == 0:
        # A suite that quietly leaves things out on the machine that judges proves nothing.
        session.exitstatus = pytest.ExitCode.TESTS_FAILED
