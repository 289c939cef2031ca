package id.ronda.dashboards.page;

/**
 * Something known of a device.
 *
 * @param copied whether people carry the value elsewhere: a button puts it on the clipboard
 */
record Fact(String label, String value, boolean copied) {}
