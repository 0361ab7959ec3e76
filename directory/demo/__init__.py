"""The demo's directory, from the files of facts: what no source says stays unknown."""
