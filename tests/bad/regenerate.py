"""Write the report of every broken campaign anew: `python tests/bad/regenerate.py`.

The difference to before is then to be read like any other change.
"""

from __future__ import annotations

from bad_cases import REPORT, all_cases, report_of


def main() -> None:
    """Rewrite each case file whose report has changed, and name it."""
    for case in all_cases():
        report = report_of(case)
        if report != case.expected:
            case.path.write_bytes((case.changes + REPORT + report).encode("utf-8"))
            print(case.name)


if __name__ == "__main__":
    main()
