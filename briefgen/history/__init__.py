"""Earlier states of a workspace: out of git, without a checkout, or out of editions that were published."""
