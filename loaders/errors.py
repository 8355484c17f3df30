"""What stops a load that has begun."""

from graph.errors import EntenteError


class WorkerError(EntenteError):
    """A worker ended in the midst of its work, or could not begin it."""

    code = "WORKER"

    def __init__(self, cause: Exception) -> None:
        super().__init__(
            f"A worker could not do its work, perhaps for want of memory ({type(cause).__name__}).",
            fix="Run the same command again, with fewer --workers; what was written stays.",
        )


class TooManyRejectsError(EntenteError):
    """More input was rejected than the run bears."""

    code = "TOO_MANY_REJECTS"

    def __init__(self, rejected: int, most: int) -> None:
        super().__init__(
            f"{rejected:,} articles were rejected, more than the {most:,} of --max-rejects.",
            fix="See the rejects file, correct the input, and run the same command again.",
        )
        self.rejected = rejected
        self.most = most
