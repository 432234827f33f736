"""Live preview: watches a workspace, makes what is stale, and tells the browser. Loopback only."""
