"""E-mail: messages and mailboxes into Pages."""
