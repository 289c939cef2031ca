package id.ronda.kernel.http;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One column of a list as a table.
 *
 * @param name the header, the same word as the JSON field
 * @param value takes the column's value out of an item; null becomes an empty field
 */
public record Column<T>(String name, Function<? super T, ? extends @Nullable Object> value) {}
