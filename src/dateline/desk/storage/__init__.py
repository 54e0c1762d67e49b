"""A desk's file: its schema, how it is opened, what goes wrong with it in sentences, how an older one is upgraded."""
