"""schedule.xml and schedule.json, as frab and voc define them."""
