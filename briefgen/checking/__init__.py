"""`check` over a workspace: what has not changed is remembered, the rest is judged on all cores."""
