"""What GraphQL shows of the graph, as plain data: the type builder and the compiler read it."""
