"""Generated pages repeat examples of the modules, which are run there."""

collect_ignore_glob = ["codes/*", "fields/*", "_build/*"]
