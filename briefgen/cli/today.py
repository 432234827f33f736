"""The day on which a command runs."""

import os
import time


def today() -> str:
    """Today's date (UTC) as YYYY-MM-DD; `SOURCE_DATE_EPOCH` fixes it (https://reproducible-builds.org)."""
    epoch = os.environ.get("SOURCE_DATE_EPOCH", "")
    seconds = int(epoch) if epoch.isascii() and epoch.isdigit() else time.time()
    return time.strftime("%Y-%m-%d", time.gmtime(seconds))
