"""All facts as files, one a model, without loss: full.zip."""
