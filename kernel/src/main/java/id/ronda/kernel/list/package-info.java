/** The one grammar by which lists are filtered, sorted and read page by page, and its translation into SQL. */
@NullMarked
package id.ronda.kernel.list;

import org.jspecify.annotations.NullMarked;
