"""The language model at run time: word classes, syntax and named entities, on onnxruntime."""
