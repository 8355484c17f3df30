"""The embedded engine: ArcadeDB in a process of its own, shared by all commands on one folder.

Four advisory file locks hold everything together; the kernel drops them when a process dies,
however it dies, so nothing is ever stale:

- ``alive.lock``: held by the engine while it runs.
- ``clients.lock``: shared by every client while it is attached; the engine stops when it could
  take it for itself for the whole idle time.
- ``start.lock``: held by the client that looks for the engine and starts it where there is none.
- ``lane.lock``: held by the client whose turn it is to write. Writers that merge the same nodes at
  once would only fail and try again.
"""
