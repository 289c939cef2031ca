package id.ronda.kernel;

/**
 * What people read, in both languages of the product.
 *
 * @param en English; scripts may look at it, since it never depends on who asks
 * @param id Indonesian
 */
public record Wording(String en, String id) {}
