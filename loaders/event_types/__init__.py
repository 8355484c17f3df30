"""The event-type model at run time: what an actor does to a recipient, on onnxruntime."""
