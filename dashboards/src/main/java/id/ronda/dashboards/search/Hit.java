package id.ronda.dashboards.search;

/**
 * One thing that was found.
 *
 * @param kind what it is: the key of its word is {@code hit.…}
 * @param title its name
 * @param detail what tells it from others of the same name; may be empty
 * @param path of its page
 */
public record Hit(String kind, String title, String detail, String path) {}
