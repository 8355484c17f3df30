"""A Dask cluster as an executor: the same extraction on other machines."""

from collections.abc import Generator
from concurrent.futures import Executor
from contextlib import contextmanager, nullcontext
from importlib import import_module
from typing import Any

from graph.errors import InputError
from loaders.workers import Workers

CONNECT_TIMEOUT = 15.0


@contextmanager
def dask_cluster(address: str, *, timeout: float = CONNECT_TIMEOUT) -> Generator[Workers]:
    """Connect to the scheduler at an address such as ``tcp://host:8786``.

    Its workers need the same version of Entente. Raises InputError where the scheduler does not
    answer within ``timeout`` seconds, has no workers, or Dask is not installed.
    """
    client = _connect(address, timeout)
    try:
        count = sum(client.nthreads().values())
        if not count:
            raise InputError(
                f"The Dask scheduler at {address} has no workers.",
                fix=f"Start some: dask worker {address} --nthreads 1",
            )
        executor: Executor = client.get_executor(pure=False)
        # The scheduler starts work again whose worker died, and gives up the one that always dies.
        deaths = (import_module("distributed").KilledWorker,)
        yield Workers(executor, count, deaths, lambda: nullcontext(executor))
    finally:
        # With its client goes all work that nobody waits for any more.
        client.close()


def _connect(address: str, timeout: float) -> Any:
    try:
        # Imported late: only those who have a cluster need it.
        distributed: Any = import_module("distributed")
    except ImportError as error:
        raise InputError(
            "Dask is not installed.", fix="Install it (pip install 'entente[dask]')."
        ) from error
    try:
        return distributed.Client(address, timeout=timeout, set_as_default=False)
    except (OSError, ValueError) as error:
        raise InputError(
            f"No Dask scheduler answers at {address}.",
            fix="Give its address as the scheduler prints it, such as tcp://host:8786.",
        ) from error
