"""The making of editions: what is stale and why, jobs and workers, production, records and the manifest."""
