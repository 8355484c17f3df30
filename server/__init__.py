"""The Starlette application, GraphiQL, limits and the command line."""
