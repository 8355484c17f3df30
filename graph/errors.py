"""The errors of Entente: each carries its data and tells the next step."""


class EntenteError(Exception):
    """The root of all errors that Entente raises on purpose.

    ``message`` says what is wrong, ``fix`` what to do about it; neither holds a secret, so both
    may be shown to a client.
    """

    code = "ENTENTE_ERROR"

    def __init__(self, message: str, *, fix: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.fix = fix

    def __str__(self) -> str:
        return f"{self.message} {self.fix}".strip()


class SettingsError(EntenteError):
    """A setting has a value that cannot be used."""

    code = "SETTINGS"


class InputError(EntenteError):
    """Something given by the user cannot be used: an argument, a query file, an id."""

    code = "BAD_USER_INPUT"


class LimitError(InputError):
    """More was asked for than is allowed: ``asked`` of ``what``, where ``limit`` is the most."""

    code = "LIMIT"

    def __init__(self, what: str, asked: int, limit: int, *, fix: str) -> None:
        super().__init__(f"The query has {what} {asked}; the limit is {limit}.", fix=fix)
        self.asked = asked
        self.limit = limit


class EngineError(EntenteError):
    """The embedded engine cannot be started or reached."""

    code = "ENGINE"


class DiskFullError(EngineError):
    """The disk of the data folder ``path`` has only ``free`` bytes left."""

    code = "DISK_FULL"

    def __init__(self, path: str, free: int) -> None:
        super().__init__(
            f"The disk of the data folder {path} is full: {free / 1e6:.0f} MB are left.",
            fix="Make room there and run the same command again: what was written is safe, "
            "and only the rest is done.",
        )
        self.path = path
        self.free = free


class DatabaseError(EntenteError):
    """The database refused or failed."""

    code = "DATABASE"


class DatabaseUnavailableError(DatabaseError):
    """The database cannot be reached; the same call may succeed later."""

    code = "DATABASE_UNAVAILABLE"


class DatabaseAccessError(DatabaseError):
    """The database refused the credentials or the action."""

    code = "DATABASE_ACCESS"


class DatabaseTimeoutError(DatabaseError):
    """A statement took longer than the limit and was stopped."""

    code = "DATABASE_TIMEOUT"


class ConstraintError(DatabaseError):
    """A write broke a constraint of uniqueness."""

    code = "CONSTRAINT"


class StatementError(DatabaseError):
    """The database could not understand or run a statement: a defect of ours."""

    code = "STATEMENT"


class GraphChangedError(EntenteError):
    """The graph changed while all of it was read, so what was read is no one state of it.

    ``nodes`` and ``relationships`` tell how many were read.
    """

    code = "GRAPH_CHANGED"

    def __init__(self, nodes: int, relationships: int) -> None:
        super().__init__(
            f"The graph changed while it was read: {nodes:,} nodes and {relationships:,} "
            "relationships were read, and by now it holds another number.",
            fix="Run it again when nothing is being loaded.",
        )
        self.nodes = nodes
        self.relationships = relationships


class FactsError(EntenteError):
    """The facts of an article contradict the ontology or each other: a defect of the extractor.

    ``problems`` lists all that is wrong.
    """

    code = "FACTS"

    def __init__(self, article: str, problems: list[str]) -> None:
        super().__init__(
            f"The facts of article {article} are not sound: {'; '.join(problems)}.",
            fix="Please report it with the article.",
        )
        self.article = article
        self.problems = problems
