"""Every command, declared once: id, key, label, help; and the remapping of their keys."""
