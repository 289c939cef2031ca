package id.ronda.kernel.list;

import id.ronda.kernel.Page;
import java.util.ArrayList;
import java.util.List;

/**
 * An item with its place in the order of its list.
 *
 * @param place the {@code after} of what lies behind it
 */
public record PlacedRow<T>(T item, String place) {

    /** Reads one column of a row as text. */
    @FunctionalInterface
    public interface Columns<E extends Exception> {
        /** The text of that column. */
        String text(String column) throws E;
    }

    /** The item of a row that has the columns of {@link ListSql.Parts#keys}. */
    public static <T, E extends Exception> PlacedRow<T> of(ListQuery query, T item, Columns<E> row) throws E {
        List<String> keys = new ArrayList<>();
        for (int i = 0; i < query.sort().size(); i++) {
            keys.add(row.text(SqlOrder.column(i)));
        }
        return new PlacedRow<>(item, SortPlace.write(keys));
    }

    /** The page of rows of which one more than the limit was asked for. */
    public static <T> Page<T> page(List<PlacedRow<T>> rows, ListQuery query) {
        Page<PlacedRow<T>> page = Page.of(rows, query.limit(), PlacedRow::place);
        return new Page<>(page.items().stream().map(PlacedRow::item).toList(), page.next());
    }
}
