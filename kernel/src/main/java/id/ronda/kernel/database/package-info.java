/** The way to PostgreSQL: two pools with a bounded queue each, transactions, binary COPY, roles and migrations. */
@NullMarked
package id.ronda.kernel.database;

import org.jspecify.annotations.NullMarked;
