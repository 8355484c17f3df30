"""Why there is no answer for an article; none of it stops a run."""

from graph.errors import EntenteError


class NoAnswerError(EntenteError):
    """The endpoint gave no answer that can be used; ``reason`` is what the account counts it by."""

    code = "NO_ANSWER"

    def __init__(self, reason: str) -> None:
        super().__init__(f"The endpoint gave no answer that can be used: {reason}.")
        self.reason = reason


class TransientError(NoAnswerError):
    """The same request may succeed later; ``wait`` is what the endpoint asks for, in seconds.

    ``billed`` tells whether it may count the tokens all the same.
    """

    def __init__(self, reason: str, *, wait: float = 0.0, billed: bool = False) -> None:
        super().__init__(reason)
        self.wait = wait
        self.billed = billed


class RequestRefusedError(NoAnswerError):
    """The endpoint does not take the request as it is, perhaps for want of a feature."""

    def __init__(self) -> None:
        super().__init__("refused")


class BudgetUsedError(NoAnswerError):
    """What is left of the budget may not be enough for one more request."""

    def __init__(self) -> None:
        super().__init__("budget")
