"""The cursor that goes from box to box, and the part of the layout that is in sight."""
